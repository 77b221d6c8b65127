import { factCatalogue } from '../model/facts/index.ts'
import { once } from '../model/once.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import { decidingFacts, factsRead, missingInOrder, type RuleExplanation } from './deciding.ts'
import { factsNamed } from './message.ts'
import { type Clue, cluesToDecided, cluesToUnknown } from './place.ts'
import { asQuestion } from './words.ts'

/** What a finding rests on: it follows from the rule and the truths of its conditions, whatever the subject is. */
export type Grounds = {
  /** The facts that would decide an unknown, in the order in which they are worth stating. */
  readonly missing: readonly Question[]
  /** Those, and the facts that decided; the more telling ones first. */
  readonly deciding: readonly string[]
  /** Where it may point. */
  readonly clues: readonly Clue[]
  /** What is not stated, in words. */
  readonly questions: string
  /** The facts that are shown with it; what is missing is told apart, with where to state it. */
  readonly shown: () => readonly string[]
  /** The same, where everything is to be explained. */
  readonly shownOfAll: () => readonly string[]
}

/** A fact, and what is asked of it. */
export type Question = { readonly fact: string; readonly label: string }

/** Subjects that are alike share an explanation, and with it what follows from it. */
const known = new WeakMap<RuleExplanation, { readonly outcome: Outcome; readonly grounds: Grounds }>()

export function groundsOf(rule: Rule, explanation: RuleExplanation, outcome: Outcome): Grounds {
  const before = known.get(explanation)
  if (before !== undefined && before.outcome === outcome) return before.grounds
  const grounds = makeGrounds(rule, explanation, outcome)
  known.set(explanation, { outcome, grounds })
  return grounds
}

function makeGrounds(rule: Rule, explanation: RuleExplanation, outcome: Outcome): Grounds {
  const unknown = outcome.kind === 'unknown'
  const missing = unknown ? missingInOrder(rule, explanation, outcome) : []
  const decided = decidingFacts(rule, explanation)
  const deciding = [...missing, ...decided.require, ...decided.when]
  const named = outcome.kind === 'pass' ? [] : factsNamed(rule)
  const apart = (names: readonly string[]): readonly string[] => [
    ...new Set(names.filter((name) => !missing.includes(name))),
  ]
  const questions = missing.map((fact) => ({ fact, label: asQuestion(factCatalogue[rule.subject][fact], fact) }))
  return {
    missing: questions,
    deciding,
    clues: unknown ? cluesToUnknown(missing, decided) : cluesToDecided({ kind: rule.subject }, decided),
    questions: questions.map(({ label }) => label).join('; '),
    shown: once(() => apart([...deciding, ...named])),
    shownOfAll: once(() => apart([...deciding, ...named, ...factsRead(rule)])),
  }
}
