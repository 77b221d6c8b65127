import type { Condition } from './condition.ts'
import type { Location } from './location.ts'
import type { SubjectKind } from './subject.ts'

export type Level = 'error' | 'warning' | 'note'
type Basis = 'law' | 'contract' | 'policy'

/** An accessor, so that the compiler knows that spreading may lose it: `changedRule` is for that. */
declare abstract class Written {
  /** The rule as it was written, for the Report. */
  abstract get text(): unknown
}

/** One declarative requirement, type-checked: nothing in it can be unknown to the evaluator. */
export type Rule = Written & {
  /** `<pack>/<name>`. */
  readonly id: string
  readonly pack: string
  readonly title: string
  readonly subject: SubjectKind
  readonly controls: readonly string[]
  readonly level: Level
  readonly basis: Basis
  /** False for what no exception lifts; law is never waivable, whatever this says. */
  readonly waivable: boolean
  readonly source: readonly SourceReference[]
  /** Absent: the rule always applies. */
  readonly when?: Condition | undefined
  readonly require: Condition
  readonly message: string
  readonly remedy: string
  readonly at: Location
}

/** A rule that says something else, copied key by key: what is shipped reads most of them when they are asked for. */
export function changedRule(rule: Rule, changes: Partial<Rule>): Rule {
  const { id, pack, title, subject, controls, level, basis, waivable, source } = rule
  const { when, require, message, remedy, at, text } = rule
  const same = { id, pack, title, subject, controls, level, basis, waivable, source }
  return { ...same, when, require, message, remedy, at, text, ...changes }
}

export type SourceReference = { readonly document: string; readonly clause: string }

export type RulePack = {
  readonly id: string
  readonly title: string
  readonly basis: 'law' | 'firm'
  readonly description: string
  readonly rules: readonly Rule[]
  readonly controls: readonly Control[]
  /** What its named conditions are called in explanations; those that are left out are written out there. */
  readonly terms: Readonly<Record<string, Term>>
}

/** A named condition in words. */
export type Term = {
  /** What holds where the condition does: 'the disclosure is a transfer of personal data'. */
  readonly title: string
  /** The contrary, where a 'not' behind the verb of the title does not say it. */
  readonly negative?: string
  /** What a reader of the definition should know besides. */
  readonly description?: string
}

/** A published promise or a legal duty that rules check. */
export type Control = {
  readonly id: string
  readonly title: string
  readonly source: readonly SourceReference[]
}
