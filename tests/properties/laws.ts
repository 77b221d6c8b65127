/** What must not happen to an outcome when more is stated. */
import type { Plan } from '../../src/evaluate/plan.ts'
import type { Outcome } from '../../src/model/outcome.ts'
import type { Subject } from '../../src/model/subject.ts'
import type { Ran } from './pipeline.ts'

type Done = Extract<Ran, { readonly kind: 'ran' }>
type Law = Readonly<Record<Outcome['kind'], readonly Outcome['kind'][]>>

/** Stating what was left out. */
export const soundness: Law = { pass: ['fail'], fail: ['pass'], 'not-applicable': ['fail'], unknown: [] }

/** A pass does not hang on what is not stated: whatever that may be, it stays one, or does not apply. */
export const deletion: Law = { ...soundness, pass: ['fail', 'unknown'] }

/** What stating something turned round, of the subjects that are there with and without it. */
export function turned(law: Law, before: Done, after: Done, { rules }: Plan): readonly string[] {
  const found: string[] = []
  for (const [key, { subject, outcomes }] of before.said) {
    const now = after.said.get(key)?.outcomes
    if (now === undefined) continue
    outcomes.forEach(({ kind }, place) => {
      const then = now[place]?.kind
      if (then === undefined || !law[kind].includes(then)) return
      const rule = rules.filter((one) => one.subject === subject.kind)[place]
      found.push(`${rule?.id} on ${subject.id}: ${kind} -> ${then}`)
    })
  }
  // Also where a new subject appears: what passes with something unstated must not depend on it.
  if (before.verdict === 'pass' && after.verdict === 'fail' && !onlyNewRecords(before, after))
    found.push('the verdict: pass -> fail')
  return found
}

/** A record is there because it is stated, whether or not anything relies on it; one that lies in the future is its own fault. */
function onlyNewRecords(before: Done, after: Done): boolean {
  const fresh = (subject: Subject): boolean => subject.kind === 'record' && !before.said.has(`record ${subject.id}`)
  return after.open.every(({ subject }) => fresh(subject))
}
