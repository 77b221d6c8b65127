import type { Json } from '../terraform/mapping.ts'
import { isRecord, textsOf } from './json.ts'
import { isAboutTransport, type Narrowing, narrowingOf } from './policy-conditions.ts'

/** One statement of a policy, with everything that is not understood told apart from what is left out. */
type Statement = {
  readonly allows: boolean
  /** Whether it is about everybody; `undefined` where that is not understood. */
  readonly everybody: boolean | undefined
  /** The actions; `all but` those of NotAction. */
  readonly actions: readonly string[] | 'all but some'
  /** The resources; `all but` those of NotResource. */
  readonly resources: readonly string[] | 'all but some'
  readonly narrowing: Narrowing
  /** Whether its condition has to do with how a request is sent. */
  readonly aboutTransport: boolean
}

/**
 * Whether a policy on a resource lets everybody in; `undefined` where it is not understood.
 *
 * What is said here to be narrowed is what Amazon S3 itself does not call public: conditions with fixed values on who
 * asks or from where.
 */
export function opensToAll(policy: Json): boolean | undefined {
  const statements = statementsOf(policy)
  if (statements === undefined) return undefined
  const opening = statements.filter(({ allows }) => allows).map(opens)
  if (opening.includes(undefined)) return undefined
  if (!opening.includes(true)) return false
  const takesBack = statements.some(({ allows, narrowing }) => !allows && narrowing !== 'clear text')
  return takesBack ? undefined : true
}

function opens({ everybody, narrowing }: Statement): boolean | undefined {
  if (everybody === false) return false
  if (narrowing === 'some') return false
  return narrowing === 'none' ? everybody : undefined
}

/** Whether a policy on a bucket refuses every request in the clear. False says only that this policy does not. */
export function refusesClearText(policy: Json): boolean | undefined {
  const statements = statementsOf(policy)
  if (statements === undefined) return undefined
  const refusing = statements.filter(({ allows, narrowing }) => !allows && narrowing === 'clear text')
  if (refusing.some(isOfEverything)) return true
  return statements.some(({ allows, aboutTransport }) => !allows && aboutTransport) ? undefined : false
}

function isOfEverything({ everybody, actions, resources }: Statement): boolean {
  const all = actions !== 'all but some' && actions.some((action) => /^(\*|[a-z0-9-]+:\*)$/i.test(action))
  const whole = resources !== 'all but some' && resources.some((one) => one === '*' || one.endsWith('/*'))
  return everybody === true && all && whole
}

/** Whether a policy of an identity lets it change everything, or who may; `undefined` where that is not understood, or not so. */
export function administers(policy: Json): true | undefined {
  const statements = statementsOf(policy)
  if (statements === undefined) return undefined
  const takesBack = statements.some(({ allows, narrowing }) => !allows && narrowing === 'none')
  return !takesBack && statements.some(grantsAll) ? true : undefined
}

function grantsAll({ allows, actions, resources, narrowing }: Statement): boolean {
  const everything = actions === 'all but some' || actions.some((one) => /^(\*|\*:\*|iam:\*)$/i.test(one))
  return allows && narrowing === 'none' && everything && resources !== 'all but some' && resources.includes('*')
}

/** A policy as Terraform has it (a text) and as CloudFormation has it (a value). */
function statementsOf(policy: Json): readonly Statement[] | undefined {
  const value = typeof policy === 'string' ? parsed(policy) : policy
  if (!isRecord(value) || value.Statement === undefined) return undefined
  const { Statement: written } = value
  const statements = (Array.isArray(written) ? written : [written]).map(statementOf)
  return statements.some((one) => one === undefined) ? undefined : statements.flatMap((one) => one ?? [])
}

function statementOf(value: Json): Statement | undefined {
  if (!isRecord(value)) return undefined
  const { Effect, Action, NotAction, Resource, NotResource, Condition } = value
  if (Effect !== 'Allow' && Effect !== 'Deny') return undefined
  const actions = NotAction === undefined ? textsOf(Action) : 'all but some'
  const resources = NotResource === undefined ? textsOf(Resource) : 'all but some'
  if (actions === undefined || resources === undefined) return undefined
  const allows = Effect === 'Allow'
  return {
    allows,
    everybody: isEverybody(value, allows),
    actions,
    resources,
    narrowing: narrowingOf(Condition),
    aboutTransport: isAboutTransport(Condition),
  }
}

/** A policy of an identity names nobody: nothing asks that of it. */
function isEverybody(
  { Principal, NotPrincipal }: { readonly [key: string]: Json },
  allows: boolean,
): boolean | undefined {
  if (NotPrincipal !== undefined) return allows ? true : undefined
  if (Principal === undefined) return undefined
  if (Principal === '*') return true
  if (!isRecord(Principal)) return undefined
  const named = Object.entries(Principal).map(([kind, names]) => everybodyAmong(kind, textsOf(names)))
  if (named.includes(true)) return true
  return named.includes(undefined) ? undefined : false
}

function everybodyAmong(kind: string, names: readonly string[] | undefined): boolean | undefined {
  if (kind === 'AWS' && names?.includes('*')) return true
  const plain = names?.every((name) => name !== '' && !name.includes('*'))
  return plain && ['AWS', 'Service', 'CanonicalUser', 'Federated'].includes(kind) ? false : undefined
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
