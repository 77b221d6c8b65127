/** What must not happen to an outcome when more is stated. */
import type { Outcome } from '../../src/model/outcome.ts'
import type { Ran } from './pipeline.ts'

type Done = Extract<Ran, { readonly kind: 'ran' }>

const forbidden: Readonly<Record<Outcome['kind'], readonly Outcome['kind'][]>> = {
  pass: ['fail'],
  fail: ['pass'],
  'not-applicable': ['fail'],
  unknown: [],
}

/** What stating something turned round, of what is there with and without it. */
export function turned(before: Done, after: Done): readonly string[] {
  const found: string[] = []
  for (const [key, { outcome }] of before.outcomes) {
    const now = after.outcomes.get(key)?.outcome.kind
    if (now !== undefined && forbidden[outcome.kind].includes(now)) found.push(`${key}: ${outcome.kind} -> ${now}`)
  }
  if (before.verdict === 'pass' && after.verdict === 'fail') found.push('the verdict: pass -> fail')
  return found
}
