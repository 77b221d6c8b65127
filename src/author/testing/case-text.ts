import type { FactValue } from '../../model/fact.ts'
import type { Instant } from '../../model/instant.ts'
import { valueText } from './condition-text.ts'
import { momentText } from './nudged.ts'
import type { Proposal } from './propose.ts'

/** A case as it stands in a test: what is to be added, to be pasted and given a better name. */
export type WrittenCase = {
  readonly name: string
  /** Absent where it is that of all cases. */
  readonly asOf?: string
  readonly facts: Readonly<Record<string, FactValue>>
  readonly expect: string
  readonly missing?: readonly string[]
}

/** The case of a proposal, for tests with an as-of of their own. */
export function writtenCase({ one, outcome }: Proposal, asOf: Instant): WrittenCase {
  const facts = Object.entries(one.facts).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))
  return {
    name: one.name,
    ...(one.asOf === asOf ? {} : { asOf: momentText(one.asOf, false) }),
    facts: Object.fromEntries(facts),
    expect: outcome.kind,
    ...(outcome.kind === 'unknown' ? { missing: outcome.missing } : {}),
  }
}

/** The lines of a case in YAML, as an item of `cases`: one, where it is short enough. */
export function caseLines({ name, asOf, facts, expect, missing }: WrittenCase, width: number): readonly string[] {
  const title = plainName.test(name) ? name : JSON.stringify(name)
  const stated = Object.entries(facts).map(([fact, value]) => `${fact}: ${valueText(value)}`)
  const head = [`name: ${title}`, ...(asOf === undefined ? [] : [`asOf: ${asOf}`])]
  const factLines = stated.length === 0 ? ['{}'] : listed('{ ', stated, ' }', width - 4)
  const missingLines = missing === undefined ? [] : listed('[', missing, ']', width - 4)
  const missed = missing === undefined ? [] : [`missing: [${missing.join(', ')}]`]
  const short = `- { ${[...head, `facts: ${factLines.join(' ')}`, `expect: ${expect}`, ...missed].join(', ')} }`
  if (short.length <= width) return [short]
  return [
    ...head.map((line, place) => `${place === 0 ? '-' : ' '} ${line}`),
    ...block('facts', factLines, width),
    `  expect: ${expect}`,
    ...(missing === undefined ? [] : block('missing', missingLines, width)),
  ]
}

/** Words that YAML reads as a text, also between braces. */
const plainName = /^[A-Za-z][\w '();/.-]*$/

function block(key: string, lines: readonly string[], width: number): readonly string[] {
  const [first = '', ...rest] = lines
  const line = `  ${key}: ${first}`
  return rest.length === 0 && line.length <= width ? [line] : [`  ${key}:`, ...lines.map((one) => `    ${one}`)]
}

/** Items between brackets, on lines of some width. */
function listed(open: string, items: readonly string[], close: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = open
  for (const [place, item] of items.entries()) {
    const part = place === items.length - 1 ? `${item}${close}` : `${item},`
    if (line !== open && line.trim() !== '' && line.length + 1 + part.length > width) {
      lines.push(line)
      line = ' '.repeat(open.length) + part
    } else {
      line = line === open ? `${open}${part}` : `${line} ${part}`
    }
  }
  return [...lines, line]
}
