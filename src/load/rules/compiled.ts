import type { Condition } from '../../model/condition.ts'
import type { Document, Location } from '../../model/location.ts'
import { type NumberedRoots, openingOf, roots } from '../../model/numbered.ts'
import { changedRule, type Rule, type RulePack } from '../../model/rule.ts'
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
      rules: pack.rules.map((rule) => {
        const { text: _, at: __, when, require, ...rest } = changedRule(rule, {})
        return { ...rest, ...(when === undefined ? {} : { when: store(when) }), require: store(require) }
      }),
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
    return new RestoredRule(rule, document, open, { when: rule.when, require: rule.require, among: conditions })
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

/** One of hundreds, of which a check opens a few: an object with accessors of its own takes longer to make. */
class RestoredRule implements Rule {
  readonly id: string
  readonly pack: string
  readonly subject: Rule['subject']
  readonly controls: readonly string[]
  readonly level: Rule['level']
  readonly basis: Rule['basis']
  readonly waivable: boolean
  readonly [roots]: NumberedRoots
  private readonly compiled: CompiledRule
  private readonly document: Document
  private readonly open: (number: number) => Condition
  private applies: Condition | undefined
  private required: Condition | undefined

  constructor(compiled: CompiledRule, document: Document, open: (number: number) => Condition, among: NumberedRoots) {
    this.id = compiled.id
    this.pack = compiled.pack
    this.subject = compiled.subject
    this.controls = compiled.controls
    this.level = compiled.level
    this.basis = compiled.basis
    this.waivable = compiled.waivable
    this[roots] = among
    this.compiled = compiled
    this.document = document
    this.open = open
    this.applies = undefined
    this.required = undefined
  }

  get title(): string {
    return this.compiled.title
  }

  get source(): Rule['source'] {
    return this.compiled.source
  }

  get when(): Condition | undefined {
    const { when } = this.compiled
    if (when !== undefined) this.applies ??= this.open(when)
    return this.applies
  }

  get require(): Condition {
    this.required ??= this.open(this.compiled.require)
    return this.required
  }

  get message(): string {
    return this.compiled.message
  }

  get remedy(): string {
    return this.compiled.remedy
  }

  get at(): Location {
    return this.document.at([])
  }

  get text(): unknown {
    return this.document.value
  }
}
