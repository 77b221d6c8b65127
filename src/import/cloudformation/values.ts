import { isRecord } from '../aws/json.ts'
import { open, type Setting, set } from '../setting.ts'
import type { Json } from '../terraform/mapping.ts'
import type { Template } from './template.ts'

type Open = NonNullable<Setting<never>['open']>

/** A value of a template, as far as it is one before it is deployed. */
type Resolved = { readonly is: Json; readonly open?: undefined } | { readonly open: Open }

/**
 * A property by its path. One that is left out is not set, since the template is the code; what functions and parameters
 * come to is known after it is deployed.
 */
export function propertyAt(template: Template, properties: Json, path: string): Setting<Json> {
  let node: Json = properties
  for (const step of ['', ...path.split('.')]) {
    if (step !== '') {
      const below = stepInto(node, step)
      if (below === undefined) return open(path, 'not-set')
      if (below === misfit) return open(path, 'not-understood')
      node = below
    }
    const resolved = resolve(template, node)
    if (resolved.open !== undefined) return open(path, resolved.open)
    node = resolved.is
  }
  if (node === null || node === '' || (Array.isArray(node) && node.length === 0)) return open(path, 'not-set')
  const why = Array.isArray(node) ? openIn(template, node as readonly Json[]) : undefined
  return why === undefined ? set(path, isRecord(node) ? spelled(template, node) : node) : open(path, why)
}

const misfit = Symbol('misfit')

function stepInto(node: Json, step: string): Json | undefined | typeof misfit {
  if (node === null) return undefined
  if (Array.isArray(node)) return /^\d+$/.test(step) ? ((node as readonly Json[])[Number(step)] ?? undefined) : misfit
  if (!isRecord(node)) return misfit
  if (Object.hasOwn(node, step)) return node[step]
  return Object.keys(node).some((key) => key.startsWith('Fn::')) ? misfit : undefined
}

function openIn(template: Template, items: readonly Json[]): Open | undefined {
  for (const item of items) {
    const why = resolve(template, item).open
    if (why !== undefined) return why
  }
  return undefined
}

/** The one key of a value that is a function. */
export function functionOf(value: Json): { readonly name: string; readonly argument: Json } | undefined {
  if (!isRecord(value)) return undefined
  const [name, ...more] = Object.keys(value)
  if (name === undefined || more.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined
  return { name, argument: value[name] as Json }
}

function resolve(template: Template, value: Json): Resolved {
  if (typeof value === 'string') return resolveText(value)
  const called = functionOf(value)
  if (called === undefined) return { is: value }
  const { name, argument } = called
  switch (name) {
    case 'Ref':
      if (argument === 'AWS::NoValue') return { open: 'not-set' }
      return { open: typeof argument === 'string' && template.hidden.get(argument) ? 'sensitive' : 'after-apply' }
    case 'Fn::If':
      return resolveIf(template, argument)
    case 'Fn::Sub':
      return typeof argument === 'string' && !/\$\{[^!]/.test(argument)
        ? resolveText(argument.replaceAll('${!', '${'))
        : { open: 'after-apply' }
    case 'Fn::Join':
      return resolveJoin(argument)
    case 'Fn::ImportValue':
      return { open: 'not-in-file' }
    default:
      return { open: 'after-apply' }
  }
}

/** Secrets and parameters of other services are put in when it is deployed. */
function resolveText(text: string): Resolved {
  if (!text.includes('{{resolve:')) return { is: text }
  return { open: /\{\{resolve:(secretsmanager|ssm-secure):/.test(text) ? 'sensitive' : 'after-apply' }
}

/** Known where both sides are the same. */
function resolveIf(template: Template, argument: Json): Resolved {
  if (!Array.isArray(argument) || argument.length !== 3) return { open: 'not-understood' }
  const [one, other] = (argument as readonly Json[]).slice(1).map((side) => resolve(template, side))
  return JSON.stringify(one) === JSON.stringify(other) && one !== undefined ? one : { open: 'after-apply' }
}

function resolveJoin(argument: Json): Resolved {
  const [separator, items] = Array.isArray(argument) ? (argument as readonly Json[]) : []
  if (typeof separator !== 'string' || !Array.isArray(items)) return { open: 'after-apply' }
  const all = items as readonly Json[]
  return all.every((item) => typeof item === 'string') ? resolveText(all.join(separator)) : { open: 'after-apply' }
}

/** Stands for what only deployment knows, and is a name or an ARN of one thing for certain. */
const someName = 'known-after-deployment'

/**
 * What is in a value, as for a policy, with functions that give texts spelled as far as they are known: what parameters
 * come to stays as it is written (`${Name}`, or the function).
 */
function spelled(template: Template, value: Json): Json {
  const called = functionOf(value)
  if (called !== undefined) return spelledCall(template, value, called)
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => spelled(template, item))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spelled(template, one)]))
}

function spelledCall(
  template: Template,
  value: Json,
  { name, argument }: NonNullable<ReturnType<typeof functionOf>>,
): Json {
  if (name === 'Fn::GetAtt') return someName
  if (name === 'Ref') return isName(template, argument) ? someName : value
  if (name === 'Fn::Sub' && typeof argument === 'string') {
    const text = argument.replaceAll(/\$\{([^!}][^}]*)\}/g, (whole, id: string) =>
      isName(template, id) ? someName : whole,
    )
    return /^\$\{[^}]*\}$/.test(text) ? value : text
  }
  if (name === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1])) {
    const items = (argument[1] as readonly Json[]).map((item) => spelled(template, item))
    return items.every((item) => typeof item === 'string') ? items.join(String(argument[0])) : value
  }
  return value
}

/** A resource, an attribute of one, or what AWS itself gives: not a parameter. */
function isName(template: Template, name: Json): boolean {
  if (typeof name !== 'string') return false
  return (
    /^AWS::(AccountId|Partition|Region|StackId|StackName|URLSuffix)$/.test(name) ||
    template.resources.has(name.split('.', 1).join())
  )
}
