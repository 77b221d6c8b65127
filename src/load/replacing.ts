import { idOf, type Loaded } from './documents.ts'

/**
 * The shipped documents without those whose place is taken: a registry document or a rule by one of its kind and id, a
 * pack with all of its rules by a pack of its id.
 */
export function addedInPlace(shipped: readonly Loaded[], added: readonly Loaded[]): readonly Loaded[] {
  const taken = new Set(added.map(keyOf))
  return shipped.filter(
    (one) => !taken.has(keyOf(one)) && !(one.kind === 'Rule' && taken.has(`RulePack ${packOf(one)}`)),
  )
}

function keyOf(loaded: Loaded): string {
  return `${loaded.kind} ${idOf(loaded)}`
}

function packOf(loaded: Loaded): string {
  return idOf(loaded).split('/', 1).join('')
}
