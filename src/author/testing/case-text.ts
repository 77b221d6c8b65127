import { isTimed } from '../../evaluate/next-change.ts'
import type { FactValue } from '../../model/fact.ts'
import { wrapped } from '../../render/text/wrap.ts'
import { valueText } from './condition-text.ts'
import { momentText } from './nudged.ts'
import { leafPartsOf, type PlacedRule } from './placed.ts'
import type { Proposal } from './propose.ts'

/** A case as it stands in a test: what is to be added, to be pasted and given a better name. */
export type WrittenCase = {
  readonly name: string
  readonly asOf?: string
  readonly facts: Readonly<Record<string, FactValue>>
  readonly expect: string
  readonly missing?: readonly string[]
}

/** The case of a proposal. As-of is stated only where time matters to the rule. */
export function writtenCase({ when, require }: PlacedRule, { one, outcome }: Proposal): WrittenCase {
  const timed = [when, require].some(
    (part) => part !== undefined && leafPartsOf(part).some((leaf) => isTimed(leaf.condition)),
  )
  const facts = Object.entries(one.facts).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))
  return {
    name: one.name,
    ...(timed ? { asOf: momentText(one.asOf, false) } : {}),
    facts: Object.fromEntries(facts),
    expect: outcome.kind,
    ...(outcome.kind === 'unknown' ? { missing: outcome.missing } : {}),
  }
}

/** The lines of a case in YAML, as an item of `cases`. */
export function caseLines({ name, asOf, facts, expect, missing }: WrittenCase, width: number): readonly string[] {
  const stated = Object.entries(facts).map(([fact, value]) => `${fact}: ${valueText(value)}`)
  return [
    `- name: ${JSON.stringify(name)}`,
    ...(asOf === undefined ? [] : [`  asOf: ${asOf}`]),
    ...block('facts', stated.length === 0 ? '{}' : `{ ${stated.join(', ')} }`, width),
    `  expect: ${expect}`,
    ...(missing === undefined ? [] : block('missing', `[${missing.join(', ')}]`, width)),
  ]
}

function block(key: string, text: string, width: number): readonly string[] {
  const line = `  ${key}: ${text}`
  return line.length <= width ? [line] : [`  ${key}:`, ...wrapped(text, width, 4)]
}
