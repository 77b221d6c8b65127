import { isRecord } from '../aws/json.ts'
import type { Json } from '../terraform/mapping.ts'
import { type At, Unreadable } from '../unreadable.ts'
import { readYaml, type Written } from './yaml.ts'

/** A resource as a template declares it. */
export type Declared = {
  readonly id: string
  readonly type: string
  readonly properties: Json
  /** The condition under which it is there. */
  readonly condition: string | undefined
  readonly at: At
}

export type Template = {
  readonly version: string | undefined
  readonly resources: ReadonlyMap<string, Declared>
  /** The parameters, and whether they are hidden. Their defaults are not what is deployed, and are not read. */
  readonly hidden: ReadonlyMap<string, boolean>
  /** Why it does not show all that it deploys. */
  readonly partial: string | undefined
}

/** Where the items of `Fn::ForEach` are made is not read. */
const loop = 'Fn::ForEach'

/**
 * Reads a template.
 *
 * Errors (thrown): IMPORT_SYNTAX, IMPORT_TRUNCATED, IMPORT_TOO_DEEP, IMPORT_VERSION, IMPORT_MALFORMED, IMPORT_NOTHING.
 */
export function readTemplate(text: string): Template {
  const written = readYaml(text)
  const root = written.value
  if (!isRecord(root)) throw malformed('The template is no mapping', written.at([]))
  const version = versionOf(root.AWSTemplateFormatVersion, written)
  const resources = resourcesOf(root.Resources, written)
  return { version, resources, hidden: hiddenOf(root.Parameters), partial: partialBecause(root, resources) }
}

function versionOf(version: Json | undefined, { at }: Written): string | undefined {
  if (version === undefined || version === '2010-09-09') return version
  const hint = 'The one version of the format is 2010-09-09.'
  throw new Unreadable(
    'IMPORT_VERSION',
    'The template has a format version that is not known',
    hint,
    at(['AWSTemplateFormatVersion']),
  )
}

function resourcesOf(value: Json | undefined, { at }: Written): ReadonlyMap<string, Declared> {
  if (value !== undefined && value !== null && !isRecord(value))
    throw malformed('`Resources` is no mapping', at(['Resources']))
  const all = Object.entries(value ?? {}).map(([id, one]) => declared(id, one, at(['Resources', id])))
  if (all.length === 0)
    throw new Unreadable('IMPORT_NOTHING', 'The template has no resources', 'Give the template of what is checked.')
  return new Map(all.map((one) => [one.id, one]))
}

function declared(id: string, value: Json, at: At): Declared {
  if (id.startsWith(loop)) return { id: shortened(id), type: loop, properties: {}, condition: undefined, at }
  if (!isRecord(value)) throw malformed('A resource is no mapping', at)
  const { Type: type, Properties: properties = {}, Condition: condition } = value
  if (typeof type !== 'string' || type === '') throw malformed('A resource has no `Type`', at)
  if (id.length > 255 || type.length > 200) throw malformed('The name or the type of a resource is too long', at)
  return { id, type, properties, condition: typeof condition === 'string' ? condition : undefined, at }
}

const shortened = (id: string): string => id.slice(0, 255)

function hiddenOf(parameters: Json | undefined): ReadonlyMap<string, boolean> {
  return new Map(
    Object.entries(isRecord(parameters) ? parameters : {}).map(([name, one]) => [
      name,
      isRecord(one) && (one.NoEcho === true || one.NoEcho === 'true'),
    ]),
  )
}

/** Transforms make resources of their own; so do stacks and macros in it. */
function partialBecause(
  root: { readonly [key: string]: Json },
  resources: ReadonlyMap<string, Declared>,
): string | undefined {
  const types = new Set([...resources.values()].map(({ type }) => type))
  const reasons = [
    root.Transform === undefined ? undefined : 'a transform makes resources that the template does not show',
    types.has('AWS::CloudFormation::Stack') ? 'nested stacks deploy templates that are other files' : undefined,
    types.has('AWS::CloudFormation::Macro') ? 'it has a macro' : undefined,
    types.has(loop) ? 'a loop makes resources that are not read' : undefined,
  ].filter((one) => one !== undefined)
  return reasons.length === 0 ? undefined : reasons.join('; ')
}

const malformed = (message: string, at: At): Unreadable =>
  new Unreadable('IMPORT_MALFORMED', message, 'Is it a template that CloudFormation takes?', at)
