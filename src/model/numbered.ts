import type { Condition } from './condition.ts'
import type { Rule } from './rule.ts'
import type { CompiledCondition, CompiledRule } from './shipped.ts'

/** Where a condition is among those that the build wrote. */
export type Numbered = { readonly among: readonly CompiledCondition[]; readonly number: number }

/** The same of what a rule says, so that whoever only decides by it need not open it. */
export type NumberedRoots = Pick<CompiledRule, 'when' | 'require'> & Pick<Numbered, 'among'>

const conditions = new WeakMap<Condition, Numbered>()
/** Where a restored rule has them: one that was made from it may say something else, and has none. */
export const roots: unique symbol = Symbol('roots')

/** Of a condition that was opened. */
export const numbered = (condition: Condition): Numbered | undefined => conditions.get(condition)

/** Of a rule as it was restored. */
export const rootsOf = (rule: Rule & { readonly [roots]?: NumberedRoots }): NumberedRoots | undefined => rule[roots]

/** Opens the conditions that the build wrote. A named one is the same for all that name it. */
export function openingOf(among: readonly CompiledCondition[]): (number: number) => Condition {
  const shared: (Condition | undefined)[] = []
  const open = (number: number): Condition => {
    const condition = opened(storedAt(among, number))
    conditions.set(condition, { among, number })
    return condition
  }
  const opened = (stored: CompiledCondition): Condition => {
    switch (stored.kind) {
      case 'leaf':
        return { ...stored }
      case 'not':
        return { kind: 'not', of: open(stored.of) }
      case 'named': {
        const of = shared[stored.of] ?? open(stored.of)
        shared[stored.of] = of
        return { kind: 'named', name: stored.name, of }
      }
      default:
        return { kind: stored.kind, of: stored.of.map(open) }
    }
  }
  return open
}

export function storedAt(among: readonly CompiledCondition[], number: number): CompiledCondition {
  const stored = among[number]
  if (stored === undefined) throw new Error(`there is no condition ${number} among the compiled ones`)
  return stored
}
