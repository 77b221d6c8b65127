import type { Condition } from '../../model/condition.ts'
import type { Document } from '../../model/location.ts'
import { openingOf, withRoots } from '../../model/numbered.ts'
import { once } from '../../model/once.ts'
import type { Rule, RulePack } from '../../model/rule.ts'
import type { CompiledCondition, CompiledPacks, CompiledRule } from '../../model/shipped.ts'

/**
 * Rules that were checked when the product was built, in a form for JSON: each condition once, and of each rule what its
 * document does not say. `restore` gives back what `compact` was given.
 */
export function compact(packs: readonly RulePack[]): CompiledPacks {
  const conditions: CompiledCondition[] = []
  const places = new Map<string, number>()
  const store = (condition: Condition): number => {
    const stored = withNumbers(condition)
    const text = JSON.stringify(stored)
    const before = places.get(text)
    if (before !== undefined) return before
    places.set(text, conditions.length)
    return conditions.push(stored) - 1
  }
  const withNumbers = (condition: Condition): CompiledCondition => {
    switch (condition.kind) {
      case 'leaf':
        return condition
      case 'not':
        return { kind: 'not', of: store(condition.of) }
      case 'named':
        return { kind: 'named', name: condition.name, of: store(condition.of) }
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
 * What a document says is read when it is asked for, and so are conditions and texts.
 */
export function restore(
  { packs, conditions }: CompiledPacks,
  documents: ReadonlyMap<string, Document>,
): readonly RulePack[] {
  const open = openingOf(conditions)
  const ruleOf = (rule: CompiledRule): Rule => {
    const document = documents.get(rule.id)
    if (document === undefined) throw new Error(`the rule ${rule.id} has no document`)
    return withRoots(restored(rule, document, open), { when: rule.when, require: rule.require, among: conditions })
  }
  return packs.map((pack) => ({
    id: pack.id,
    title: pack.title,
    basis: pack.basis,
    get description() {
      return pack.description
    },
    rules: pack.rules.map(ruleOf),
    get controls() {
      return pack.controls
    },
    get terms() {
      return pack.terms
    },
  }))
}

function restored(rule: CompiledRule, document: Document, open: (number: number) => Condition): Rule {
  const { id, pack, subject, controls, level, basis, waivable, when } = rule
  const applies = when === undefined ? undefined : once(() => open(when))
  const required = once(() => open(rule.require))
  return {
    id,
    pack,
    get title() {
      return rule.title
    },
    subject,
    controls,
    level,
    basis,
    waivable,
    get source() {
      return rule.source
    },
    get when() {
      return applies?.()
    },
    get require() {
      return required()
    },
    get message() {
      return rule.message
    },
    get remedy() {
      return rule.remedy
    },
    get at() {
      return document.at([])
    },
    get text() {
      return document.value
    },
  }
}
