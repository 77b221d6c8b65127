import { stringify } from 'yaml'
import { canonicalJson } from '../../model/canonical.ts'
import type { Report } from '../../model/generated/report.ts'
import { differingLines } from './lines.ts'
import type { RuleChange } from './types.ts'

type Text = Readonly<Record<string, unknown>>

/** Rules that were added, removed or rewritten, by id. One that a configuration leaves out is none of these. */
export function ruleChanges(old: Report, next: Report): readonly RuleChange[] {
  const [before, after] = [textsOf(old), textsOf(next)]
  const left = new Set(
    [old, next].flatMap(({ configuration }) => configuration.packs.flatMap((pack) => pack.rulesLeftOut)),
  )
  const ids = [...new Set([...before.keys(), ...after.keys()])].filter((id) => !left.has(id))
  return ids.sort().flatMap((rule): RuleChange[] => {
    const [was, is] = [before.get(rule), after.get(rule)]
    if (is === undefined) return [{ rule, change: 'removed', lines: linesOf(was, '-') }]
    if (was === undefined) return [{ rule, change: 'added', lines: linesOf(is, '+') }]
    const keys = keysThatDiffer(was, is)
    if (keys.length === 0) return []
    return [{ rule, change: 'changed', lines: differingLines(yamlOf(was, keys), yamlOf(is, keys)) }]
  })
}

/** The keys of a rule that were written otherwise; none, if only its layout was. */
export function keysThatDiffer(was: unknown, is: unknown): readonly string[] {
  const [before, after] = [was as Text, is as Text]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key])).sort()
}

export function textsOf(report: Report): ReadonlyMap<string, unknown> {
  return new Map(report.rules.map(({ id, text }) => [id, text]))
}

function yamlOf(text: unknown, keys: readonly string[]): readonly string[] {
  const part = Object.fromEntries(
    keys.flatMap((key) => ((text as Text)[key] === undefined ? [] : [[key, (text as Text)[key]]])),
  )
  if (Object.keys(part).length === 0) return []
  return stringify(part, { lineWidth: 100, aliasDuplicateObjects: false }).trimEnd().split('\n')
}

function linesOf(text: unknown, sign: '-' | '+'): RuleChange['lines'] {
  return yamlOf(text, ['title', 'level', 'basis', 'when', 'require']).map((line) => ({ sign, text: line }))
}
