import type { Condition } from '../../model/condition.ts'
import type { Document } from '../../model/location.ts'
import type { Rule, RulePack } from '../../model/rule.ts'
import type { CompiledCondition, CompiledPacks } from '../../model/shipped.ts'

/**
 * Rules that were checked when the product was built, in a form for JSON: each named condition once, and of each rule
 * what its document does not say. `restore` gives back what `compact` was given.
 */
export function compact(packs: readonly RulePack[]): CompiledPacks {
  const conditions: CompiledCondition[] = []
  const places = new Map<Condition, number>()
  const shared = (condition: Condition): number => {
    const before = places.get(condition)
    if (before !== undefined) return before
    const stored = store(condition)
    places.set(condition, conditions.length)
    return conditions.push(stored) - 1
  }
  const store = (condition: Condition): CompiledCondition => {
    switch (condition.kind) {
      case 'leaf':
        return condition
      case 'not':
        return { kind: 'not', of: store(condition.of) }
      case 'named':
        return { kind: 'named', name: condition.name, of: shared(condition.of) }
      default:
        return { kind: condition.kind, of: condition.of.map(store) }
    }
  }
  return {
    packs: packs.map((pack) => ({
      ...pack,
      rules: pack.rules.map(({ text: _, at: __, when, require, ...rest }) => ({
        ...rest,
        ...(when === undefined ? {} : { when: store(when) }),
        require: store(require),
      })),
    })),
    conditions,
  }
}

/**
 * The rules with their documents, by id, again. Named conditions are shared, as a check of the documents would share them.
 * What a document says is read when it is asked for.
 */
export function restore(
  { packs, conditions }: CompiledPacks,
  documents: ReadonlyMap<string, Document>,
): readonly RulePack[] {
  // A condition only names those that were stored before it.
  const shared: Condition[] = []
  const open = (condition: CompiledCondition): Condition => {
    switch (condition.kind) {
      case 'leaf':
        return condition
      case 'not':
        return { kind: 'not', of: open(condition.of) }
      case 'named': {
        const of = shared[condition.of]
        if (of === undefined) throw new Error(`the condition ${condition.name} is not among the compiled ones`)
        return { kind: 'named', name: condition.name, of }
      }
      default:
        return { kind: condition.kind, of: condition.of.map(open) }
    }
  }
  for (const condition of conditions) shared.push(open(condition))
  return packs.map((pack) => ({
    ...pack,
    rules: pack.rules.map(({ when, require, ...rest }): Rule => {
      const document = documents.get(rest.id)
      if (document === undefined) throw new Error(`the rule ${rest.id} has no document`)
      return {
        ...rest,
        ...(when === undefined ? {} : { when: open(when) }),
        require: open(require),
        at: document.at([]),
        get text() {
          return document.value
        },
      }
    }),
  }))
}
