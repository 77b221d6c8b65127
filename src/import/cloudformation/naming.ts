import { open, type Setting, set } from '../setting.ts'
import type { Json } from '../terraform/mapping.ts'
import type { Declared, Template } from './template.ts'
import { functionOf, propertyAt } from './values.ts'

type Named = Setting<readonly Declared[]>

/** The properties by which resources are called. */
const names = [
  ...[
    'AliasName',
    'BucketName',
    'DBClusterIdentifier',
    'DBInstanceIdentifier',
    'FunctionName',
    'GlobalClusterIdentifier',
  ],
  ...['GroupName', 'LogGroupName', 'ManagedPolicyName', 'QueueName', 'TableName', 'TopicName', 'UserName'],
]

/** The resources of the template that a property names; none where it names something outside of it. */
export function namedBy(template: Template, one: Declared, path: string): Named {
  const whole = propertyAt(template, one.properties, path)
  if (whole.open === 'not-set' || whole.open === 'sensitive') return open(path, whole.open)
  const value = rawAt(one.properties, path)
  if (value === undefined) return open(path, whole.open ?? 'not-understood')
  const items = Array.isArray(value) ? (value as readonly Json[]) : [value]
  const found = items.map((item) => namedByValue(template, item, path))
  const unread = found.find((each) => each.open !== undefined)
  return unread ?? set(path, [...new Set(found.flatMap(({ is = [] }) => is))])
}

/** The value as it is written; a function on the way to it hides it. */
function rawAt(properties: Json, path: string): Json | undefined {
  let node: Json | undefined = properties
  for (const step of path.split('.')) {
    if (typeof node !== 'object' || node === null || functionOf(node) !== undefined) return undefined
    if (!Object.hasOwn(node, step)) return undefined
    node = (node as { readonly [key: string]: Json })[step]
  }
  return node
}

function namedByValue(template: Template, value: Json, path: string): Named {
  if (typeof value === 'string') return namedByText(template, value, path)
  const called = functionOf(value)
  if (called?.name === 'Ref') return referred(template, called.argument, path)
  if (called?.name === 'Fn::GetAtt')
    return referred(template, Array.isArray(called.argument) ? (called.argument[0] ?? null) : called.argument, path)
  if (called?.name === 'Fn::Sub') return referredInText(template, called.argument, path)
  if (called?.name === 'Fn::ImportValue') return set(path, [])
  return open(path, called === undefined ? 'not-understood' : 'after-apply')
}

function referred(template: Template, name: Json, path: string): Named {
  const [id = ''] = typeof name === 'string' ? name.split('.', 1) : []
  const found = template.resources.get(id)
  return found === undefined ? open(path, 'after-apply') : set(path, [found])
}

/** An ARN that is put together of the name of one resource names that. */
function referredInText(template: Template, value: Json, path: string): Named {
  if (typeof value !== 'string') return open(path, 'after-apply')
  const ids = [...value.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, id = '']) => id.split('.', 1).join())
  const mentioned = [...new Set(ids.filter((id) => !id.startsWith('AWS::')))]
  const [only, ...more] = mentioned
  if (only === undefined && ids.length === 0) return namedByText(template, value, path)
  return only === undefined || more.length > 0 ? open(path, 'after-apply') : referred(template, only, path)
}

function namedByText(template: Template, text: string, path: string): Named {
  const end = text.split(/[/:]/).at(-1) ?? ''
  const all = [...template.resources.values()].filter((one) =>
    names.some((name) => {
      const { is } = propertyAt(template, one.properties, name)
      return typeof is === 'string' && is !== '' && (is === text || is === end)
    }),
  )
  return all.length > 1 ? open(path, 'not-understood') : set(path, all)
}
