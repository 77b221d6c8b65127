import type { Condition, Leaf } from '../../model/condition.ts'
import type { Document, Location, Pointer } from '../../model/location.ts'
import type { Rule } from '../../model/rule.ts'

/** One occurrence of a condition in a rule. Named conditions are opened: what is named twice stands there twice. */
export type Part<C extends Condition = Condition> = {
  readonly condition: C
  readonly at: Location
  /** The named conditions in which it stands, outermost first. */
  readonly within: readonly string[]
  readonly parts: readonly Part[]
}

export type LeafPart = Part<Leaf>

/** A rule with the place of every part of its conditions. */
export type PlacedRule = { readonly rule: Rule; readonly when?: Part; readonly require: Part }

/** Where documents are found: a rule by its id, a pack by its own. */
export type DocumentOf = (kind: 'Rule' | 'RulePack', id: string) => Document | undefined

export function documentsByName(documents: readonly Document[]): DocumentOf {
  const keyOf = (kind: unknown, id: unknown): string => `${kind} ${id}`
  const named = documents.map((document) => {
    const { kind, id } = document.value as { readonly kind?: unknown; readonly id?: unknown }
    return [keyOf(kind, id), document] as const
  })
  const found = new Map(named)
  return (kind, id) => found.get(keyOf(kind, id))
}

/** Finds the place of every part. A part whose document is not there stands where the rule does. */
export function placeRule(rule: Rule, documentOf: DocumentOf): PlacedRule {
  const pack = documentOf('RulePack', rule.pack)
  const place = (
    condition: Condition,
    document: Document | undefined,
    pointer: Pointer,
    within: readonly string[],
  ): Part => {
    const at = document?.at(pointer) ?? rule.at
    const part = (of: Condition, ...further: Pointer): Part => place(of, document, [...pointer, ...further], within)
    const partsOf = (): readonly Part[] => {
      switch (condition.kind) {
        case 'leaf':
          return []
        case 'not':
          return [part(condition.of, 'not')]
        case 'named':
          return [place(condition.of, pack, ['conditions', condition.name], [...within, condition.name])]
        default:
          return condition.of.map((of, position) => part(of, condition.kind, position))
      }
    }
    return { condition, at, within, parts: partsOf() }
  }
  const document = documentOf('Rule', rule.id)
  const require = place(rule.require, document, ['require'], [])
  return rule.when === undefined ? { rule, require } : { rule, when: place(rule.when, document, ['when'], []), require }
}

/** The leaves in the order in which they are read. */
export function leafPartsOf(part: Part): readonly LeafPart[] {
  return isLeafPart(part) ? [part] : part.parts.flatMap(leafPartsOf)
}

export function isLeafPart(part: Part): part is LeafPart {
  return part.condition.kind === 'leaf'
}
