import type { Condition } from '../../model/condition.ts'
import type { Document, Location, Pointer } from '../../model/location.ts'
import type { Rule } from '../../model/rule.ts'

/** A part of a rule's condition: where it is written, and what it is part of. */
export type Part = {
  readonly condition: Condition
  readonly at: Location
  /** The named condition in which it is written; absent where the rule itself says it. */
  readonly definedIn?: string
  readonly of: readonly Part[]
}

/** The documents of rules and packs, by id. */
export type Documents = { readonly rules: ReadonlyMap<string, Document>; readonly packs: ReadonlyMap<string, Document> }

export function documentsOf(documents: readonly Document[]): Documents {
  const ofKind = (wanted: string): ReadonlyMap<string, Document> =>
    new Map(
      documents.flatMap((document) => {
        const { kind, id } = document.value as { readonly kind: string; readonly id: string }
        return kind === wanted ? [[id, document] as const] : []
      }),
    )
  return { rules: ofKind('Rule'), packs: ofKind('RulePack') }
}

/** The roots of a rule, with their parts and everything that named conditions bring in. */
export function rootsOf(rule: Rule, documents: Documents): readonly Part[] {
  const document = documents.rules.get(rule.id)
  const pack = documents.packs.get(rule.pack)
  const walk = (condition: Condition, within: Document | undefined, pointer: Pointer, definedIn?: string): Part => {
    const part = (of: readonly Part[]): Part => {
      const at = within?.at(condition.kind === 'leaf' ? [...pointer, 'fact'] : pointer) ?? rule.at
      return definedIn === undefined ? { condition, at, of } : { condition, at, definedIn, of }
    }
    switch (condition.kind) {
      case 'leaf':
        return part([])
      case 'not':
        return part([walk(condition.of, within, [...pointer, 'not'], definedIn)])
      case 'named':
        return part([walk(condition.of, pack, ['conditions', condition.name], condition.name)])
      default:
        return part(condition.of.map((one, index) => walk(one, within, [...pointer, condition.kind, index], definedIn)))
    }
  }
  const roots = (['when', 'require'] as const).flatMap((key) => {
    const condition = rule[key]
    return condition === undefined ? [] : [walk(condition, document, [key])]
  })
  return roots
}

/** A part and all of its parts. */
export const allParts = (part: Part): readonly Part[] => [part, ...part.of.flatMap(allParts)]

/** What a message calls a part. */
export function nameOf({ condition }: Part): string {
  switch (condition.kind) {
    case 'leaf': {
      const { fact, operator, value } = condition
      const right = value.kind === 'literal' ? JSON.stringify(value.value) : value.kind === 'fact' ? value.fact : 'asOf'
      return `${fact} ${operator} ${right}`
    }
    case 'named':
      return `the condition "${condition.name}"`
    default:
      return `this "${condition.kind}"`
  }
}
