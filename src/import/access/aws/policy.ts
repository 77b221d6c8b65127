import { isObject, type JsonObject, partOf, textOf } from '../json.ts'
import { anyOf, atMost, not, type Perhaps } from '../perhaps.ts'
import { coversAction } from './patterns.ts'

/** One statement of a policy document; nothing for an element that it does not have. */
export type Statement = {
  readonly allows: boolean
  readonly actions: readonly string[] | undefined
  readonly notActions: readonly string[] | undefined
  readonly resources: readonly string[] | undefined
  readonly notResources: readonly string[] | undefined
  readonly conditional: boolean
}

/** A policy: what to call it, and its statements; nothing where they are not in the file or not understood. */
export type Policy = { readonly name: string; readonly statements: readonly Statement[] | undefined }

/**
 * What is asked of a policy: an action, on all that `reach` speaks for. Of a resource as a statement writes it, `reach`
 * says whether it covers that: all of it, nothing of it, or perhaps a part.
 */
export type Question = {
  readonly action: string
  readonly reach: (resource: string, ofDenial: boolean) => Perhaps
}

/** The document of a policy: an object, or the text of one, as the API sends it in the encoding of addresses. */
export function documentOf(part: unknown): JsonObject | undefined {
  if (typeof part !== 'string') return isObject(part) ? part : undefined
  try {
    const root: unknown = JSON.parse(/^\s*\{/.test(part) ? part : decodeURIComponent(part))
    return isObject(root) ? root : undefined
  } catch {
    return undefined
  }
}

/** The statements of a document, as objects: one that stands alone is a list of one. */
export function partsOf(document: JsonObject | undefined): readonly JsonObject[] | undefined {
  const statement = partOf(document, 'Statement')
  const all = isObject(statement) ? [statement] : Array.isArray(statement) ? statement : undefined
  return all?.every(isObject) ? all : undefined
}

export function policyOf(name: string, document: unknown): Policy {
  const statements = partsOf(documentOf(document))?.map(statementOf)
  return { name, statements: statements?.every((one) => one !== undefined) ? statements : undefined }
}

function statementOf(part: JsonObject): Statement | undefined {
  const effect = textOf(part, 'Effect')
  const written = (key: string): readonly string[] | undefined => textsOf(partOf(part, key))
  const one = (first: string, second: string): boolean => Object.hasOwn(part, first) !== Object.hasOwn(part, second)
  const statement = {
    allows: effect === 'Allow',
    actions: written('Action'),
    notActions: written('NotAction'),
    resources: written('Resource'),
    notResources: written('NotResource'),
    conditional: Object.hasOwn(part, 'Condition'),
  }
  const sound =
    (effect === 'Allow' || effect === 'Deny') &&
    one('Action', 'NotAction') &&
    one('Resource', 'NotResource') &&
    (statement.actions ?? statement.notActions) !== undefined &&
    (statement.resources ?? statement.notResources) !== undefined
  return sound ? statement : undefined
}

/** A text or a list of texts; nothing for anything else. */
export function textsOf(part: unknown): readonly string[] | undefined {
  if (typeof part === 'string') return [part]
  return Array.isArray(part) && part.every((one) => typeof one === 'string') ? part : undefined
}

/** Whether a policy allows what is asked, as far as it says so itself. */
export const grants = (policy: Policy, question: Question): Perhaps => speaksOf(policy, question, true)

/** Whether a policy denies what is asked, whatever another one allows. */
export const denies = (policy: Policy, question: Question): Perhaps => speaksOf(policy, question, false)

function speaksOf({ statements }: Policy, question: Question, allows: boolean): Perhaps {
  if (statements === undefined) return undefined
  return anyOf(statements.filter((one) => one.allows === allows).map((one) => appliesTo(one, question)))
}

function appliesTo(statement: Statement, { action, reach }: Question): Perhaps {
  const { actions, notActions, resources, notResources, allows, conditional } = statement
  const about =
    actions !== undefined
      ? actions.some((pattern) => coversAction(pattern, action))
      : !(notActions ?? []).some((pattern) => coversAction(pattern, action))
  if (!about) return false
  const applies =
    resources !== undefined
      ? anyOf(resources.map((resource) => reach(resource, !allows)))
      : not(anyOf((notResources ?? []).map((resource) => reach(resource, false))))
  return conditional ? atMost(applies) : applies
}

/** A denial of everything, which nothing can allow again. */
export const deniesEverything = ({ statements = [] }: Policy): boolean =>
  statements.some(
    ({ allows, conditional, actions = [], resources = [] }) =>
      !allows && !conditional && actions.includes('*') && resources.includes('*'),
  )
