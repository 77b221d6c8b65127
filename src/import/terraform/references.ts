import { isBeginning, type Key, type Modules, modulesOf, stepsOf } from './address.ts'
import type { Collected, Expression, References } from './collected.ts'

/** Where code stands: the modules around it with their keys, the key of the instance, and what it is repeated for. */
export type Scope = {
  readonly modules: Modules
  readonly key: Key | undefined
  readonly forEach: Expression | undefined
}

/**
 * Instances of a block that a reference names: all of them, or that with the key. A key that is `assumed` is that of the
 * code itself, as in `aws_kms_key.this[each.key].arn`: plans do not write it down.
 */
export type Target = {
  readonly modules: Modules
  readonly block: string
  readonly key: Key | undefined
  readonly assumed: boolean
}

/** What references lead to. `complete`: they lead to nothing besides that could be a resource. */
export type Found = { readonly targets: readonly Target[]; readonly complete: boolean }

/** The references at a path of an attribute: those of the attribute itself if the code does not go so deep. */
export function referencesAt(references: References | undefined, path: string): readonly string[] {
  let node = references
  for (const step of path.split('.')) {
    if (node === undefined || isTexts(node)) break
    node = Object.hasOwn(node, step) ? (node as Readonly<Record<string, References>>)[step] : undefined
  }
  return node !== undefined && isTexts(node) ? node : []
}

const isTexts = (node: References): node is readonly string[] =>
  Array.isArray(node) && node.every((one) => typeof one === 'string')

/** Follows references through outputs and inputs of modules to resources. */
export function follow(collected: Collected, scope: Scope, references: readonly string[], depth = 0): Found {
  const found = wholes(references).map((one) => followOne(collected, scope, one, references, depth))
  return { targets: found.flatMap(({ targets }) => targets), complete: found.every(({ complete }) => complete) }
}

const nothing: Found = { targets: [], complete: true }
const lost: Found = { targets: [], complete: false }
/** Modules cannot be nested deeper in a file that is read at all. */
const deepest = 100

function followOne(
  collected: Collected,
  scope: Scope,
  reference: string,
  all: readonly string[],
  depth: number,
): Found {
  if (depth > deepest) return lost
  const [first, second, third] = stepsOf(reference)
  if (first === undefined || second === undefined) return lost
  switch (first.name) {
    case 'each':
      return second.name === 'key' ? nothing : followEach(collected, scope, depth)
    case 'count':
    case 'path':
    case 'terraform':
      return nothing
    case 'self':
    case 'local':
    case 'data':
      return lost
    case 'var':
      return followInput(collected, scope, second.name, depth)
    case 'module': {
      const inner = modulesOf([...scope.modules.steps, { name: second.name, key: second.key ?? ownKey(scope, all) }])
      const output = third && collected.modules.get(inner.path)?.outputs.get(third.name)
      return output === undefined
        ? lost
        : followExpression(collected, { modules: inner, key: undefined, forEach: undefined }, output, depth)
    }
    default: {
      const block = `${first.name}.${second.name}`
      const assumed = second.key === undefined
      const key = assumed ? ownKey(scope, all) : second.key
      return { targets: [{ modules: scope.modules, block, key, assumed }], complete: true }
    }
  }
}

function followInput(collected: Collected, { modules }: Scope, name: string, depth: number): Found {
  const call = modules.steps.at(-1)
  if (call === undefined) return nothing
  const outer = modulesOf(modules.steps.slice(0, -1))
  const { inputs, forEach } = collected.modules.get(outer.path)?.calls.get(call.name) ?? {}
  const input = inputs?.get(name)
  if (input === undefined) return nothing
  return followExpression(collected, { modules: outer, key: call.key, forEach }, input, depth)
}

/** `each.value` where code is repeated for the instances of one resource: the instance with the same key. */
function followEach(collected: Collected, scope: Scope, depth: number): Found {
  const { forEach, key } = scope
  if (forEach?.references === undefined) return lost
  const { targets, complete } = follow(collected, { ...scope, forEach: undefined }, forEach.references, depth + 1)
  return { targets: targets.map((one) => ({ ...one, key: one.key ?? key, assumed: one.key === undefined })), complete }
}

function followExpression(collected: Collected, scope: Scope, { references = [] }: Expression, depth: number): Found {
  return follow(collected, scope, references, depth + 1)
}

/** Code that uses its own key most likely uses it here, as in `aws_kms_key.this[each.key].arn`. */
function ownKey({ key }: Pick<Scope, 'key'>, references: readonly string[]): Key | undefined {
  return references.includes('each.key') || references.includes('count.index') ? key : undefined
}

/** A plan writes `a.b[0].c`, `a.b[0]` and `a.b` for one reference. These are the whole ones. */
function wholes(references: readonly string[]): readonly string[] {
  const found: string[] = []
  let last = ''
  for (const one of references) {
    if (!isBeginning(one, last)) found.push(one)
    last = one
  }
  return found
}
