import { canonicalJson } from '../model/canonical.ts'
import type { Statement } from '../render/intoto.ts'
import { harmless, shortened } from '../text/harmless.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { Signed } from './statement.ts'

const codes: Readonly<Record<string, RefusalCode>> = {
  descriptor: 'DESCRIPTOR_CHANGED',
  rules: 'RULES_CHANGED',
  registry: 'REGISTRY_CHANGED',
  configuration: 'CONFIGURATION_CHANGED',
  waivers: 'WAIVERS_CHANGED',
  infrastructure: 'PLAN_CHANGED',
  evidence: 'EVIDENCE_CHANGED',
}

/** The inputs of which the digest is not the one that was signed. */
export function changedDigests(again: Statement, signed: Signed): readonly Refusal[] {
  const is = new Map(again.predicate.configuration.map(({ name, digest }) => [name, digest?.sha256]))
  return Object.entries(codes).flatMap(([name, code]): readonly Refusal[] => {
    const [was, now] = [signed.digests.get(name), is.get(name)]
    if (was === now) return []
    const message = `The SHA-256 of the ${name} is ${now ?? 'not known'}, and was ${was ?? 'not signed'}`
    return [
      {
        code,
        message,
        hint: 'Give the files that were signed; --rules, --registry and --config add to what is shipped, --plan and --evidence to the descriptor.',
      },
    ]
  })
}

export type Difference = {
  /** The part of the statement: `report` alone means that every outcome of a rule is the same. */
  readonly part: 'result' | 'decision' | 'tests' | 'report' | 'other'
  readonly text: string
}

/** How a statement differs from the one that its inputs give now; nothing, where they are the same. */
export function differencesOf(signed: Statement, again: Statement): readonly Difference[] {
  if (canonicalJson(signed) === canonicalJson(again)) return []
  const [was, is] = [signed.predicate, again.predicate]
  const found: Difference[] = []
  const tell = (part: Difference['part'], what: string, old: unknown, next: unknown): void => {
    if (old === next) return
    found.push({ part, text: `${what}: ${inWords(old)} was signed, ${inWords(next)} is what comes of the inputs` })
  }
  tell('result', 'result', was.result, is.result)
  const [old, next] = [aboutOf(signed), aboutOf(again)]
  for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
    tell('decision', name, old[name], next[name])
  }
  const [before, after] = [testsOf(was), testsOf(is)]
  for (const rule of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    tell('tests', rule, before.get(rule), after.get(rule))
  }
  tell('report', 'the Report by its SHA-256', reportOf(signed), reportOf(again))
  // Whatever else it may be, it is not the same.
  return found.length > 0 ? found : [{ part: 'other', text: 'the statement is not written as douane writes it' }]
}

function inWords(value: unknown): string {
  return typeof value === 'string'
    ? harmless(value)
    : value === undefined
      ? 'nothing'
      : shortened(JSON.stringify(value))
}

function aboutOf({ predicate }: Statement): Readonly<Record<string, string>> {
  return predicate.configuration.find(({ name }) => name === 'douane')?.annotations ?? {}
}

function reportOf({ predicate }: Statement): string | undefined {
  return predicate.configuration.find(({ name, annotations }) => name === 'report' && annotations === undefined)?.digest
    ?.sha256
}

/** Each rule with what it came to. Of a signed list that is no list of texts, nothing is known. */
function testsOf(predicate: Statement['predicate']): ReadonlyMap<string, string> {
  const lists = { passed: predicate.passedTests, warned: predicate.warnedTests, failed: predicate.failedTests }
  return new Map(
    Object.entries(lists).flatMap(([outcome, rules]) =>
      Array.isArray(rules) ? rules.map((rule) => [String(rule), outcome] as const) : [],
    ),
  )
}
