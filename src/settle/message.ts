import { factCatalogue } from '../model/facts/index.ts'
import { asOfFact } from '../model/operators.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { asSentence, factInWords } from './words.ts'

const placeholder = /\{\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}\}/g

/**
 * What is the case, in words. A pass says what is required and is met; a fail is the rule's own message with the actual
 * values; an unknown must not claim what a fail would, so it says what is not stated: `questions`.
 */
export function messageOf(rule: Rule, subject: Subject, outcome: Outcome, questions: string, asOf: string): string {
  if (outcome.kind === 'fail') return filled(rule.message, subject, asOf)
  if (outcome.kind !== 'unknown') return rule.title
  return asSentence(`${subject.label}: not stated: ${questions}`)
}

/** What would make it right, in words; asked of what fails and of what is unknown. */
export const remedyOf = (rule: Rule, subject: Subject, asOf: string): string =>
  rule.remedy.includes('{{') ? filled(rule.remedy, subject, asOf) : rule.remedy

const named = new WeakMap<Rule, readonly string[]>()

/** The facts that the message and the remedy of a rule name, in their order. */
export function factsNamed(rule: Rule): readonly string[] {
  const before = named.get(rule)
  if (before !== undefined) return before
  const names = [...`${rule.message} ${rule.remedy}`.matchAll(placeholder)].map(([, name]) => name ?? '')
  const once = [...new Set(names)].filter((name) => name !== asOfFact)
  named.set(rule, once)
  return once
}

function filled(message: string, subject: Subject, asOf: string): string {
  const text = message.replace(placeholder, (_, name: string) => {
    if (name === asOfFact) return asOf
    const fact = subject.facts[name]
    // The way that data took reads better as the path that it is.
    if (name === 'path' && Array.isArray(fact?.value)) return fact.value.join(' -> ')
    return factInWords(fact, factCatalogue[subject.kind][name])
  })
  return asSentence(text)
}
