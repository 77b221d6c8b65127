import type { Derived } from '../model/derived.ts'
import type { Report } from '../model/generated/report.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { RulePack } from '../model/rule.ts'
import type { Registry } from '../model/workspace.ts'
import { noOutcomes, outcomeKinds, outcomesOf, type Tally } from './counts.ts'
import { byText } from './order.ts'
import { ofPacks, rulesIn } from './packs.ts'

/** Every control of the packs with the rules that check it and how they came out; one without rules shows as such. */
export function controlsOf(packs: readonly RulePack[], evaluated: readonly Evaluated[]): Report['controls'] {
  const byRule = new Map<string, Tally>()
  for (const { rule, outcome } of evaluated) {
    const known = byRule.get(rule.id)
    const tally = known ?? noOutcomes()
    if (known === undefined) byRule.set(rule.id, tally)
    tally[outcome.kind] += 1
  }
  return checkedControls(packs).map((control) => {
    const sum = noOutcomes()
    for (const rule of control.rules) {
      const tally = byRule.get(rule)
      if (tally !== undefined) for (const kind of outcomeKinds) sum[kind] += tally[kind]
    }
    return { ...control, outcomes: outcomesOf(sum) }
  })
}

/** The same without how they came out. */
export const checkedControls = ofPacks((packs): readonly Omit<Report['controls'][number], 'outcomes'>[] => {
  const checking = new Map<string, string[]>()
  for (const rule of rulesIn(packs)) {
    for (const control of new Set(rule.controls)) {
      const ids = checking.get(control)
      if (ids === undefined) checking.set(control, [rule.id])
      else ids.push(rule.id)
    }
  }
  return packs.flatMap((pack) =>
    pack.controls.map(({ id, title, source }) => ({
      id,
      title,
      pack: pack.id,
      source,
      rules: [...(checking.get(id) ?? [])].sort(byText),
    })),
  )
})

/** The rules as they are shown, by id. */
export const rulesOf = ofPacks((packs): Report['rules'] =>
  [...rulesIn(packs)]
    .sort((one, other) => byText(one.id, other.id))
    .map(({ id, title, pack, subject, controls, level, basis, waivable, source, text }) => ({
      id,
      title,
      pack,
      subject,
      controls,
      level,
      basis,
      waivable: waivable && basis !== 'law',
      source,
      text: text as Report['rules'][number]['text'],
    })),
)

/** The documents that each rule cites, each once. */
const documentsOfRules = ofPacks((packs) =>
  rulesIn(packs).map(({ source }) => [...new Set(source.map(({ document }) => document))]),
)

/** The regimes, with the number of rules that assess each: those that cite a document of it. */
export function regimesOf(
  regimes: Derived['regimes'],
  registry: Registry,
  packs: readonly RulePack[],
): Report['regimes'] {
  const regimeOf = new Map(registry.sources.flatMap(({ value }) => value.sources.map(({ id, regime }) => [id, regime])))
  return regimes.map((one) => ({
    ...one,
    rules: documentsOfRules(packs).filter((cited) => cited.some((id) => regimeOf.get(id) === one.id)).length,
  }))
}

const citedBy = ofPacks((packs): readonly string[] => {
  const sources = packs.flatMap((pack) => [...pack.rules, ...pack.controls].flatMap(({ source }) => source))
  return [...new Set(sources.map(({ document }) => document))]
})

/** What the registry calls a source document. */
export function titleOf(document: string, { sources }: Registry): string | undefined {
  for (const { value } of sources) {
    const found = value.sources.find(({ id }) => id === document)
    if (found !== undefined) return found.title
  }
  return undefined
}

/** The source documents that rules, controls and the facts of the registry cite, by id. */
export function sourcesOf(
  registry: Registry,
  packs: readonly RulePack[],
  facts: Report['reliesOn']['registryFacts'],
): Report['sources'] {
  const cited = new Set(citedBy(packs))
  for (const { source } of facts) for (const id of source.split(/[\s,]+/)) cited.add(id)
  return registry.sources
    .flatMap(({ value }) => value.sources)
    .filter(({ id }) => cited.has(id))
    .map(({ id, title, kind, address, date, sureness, note }) => ({
      id,
      title,
      kind,
      ...(address === undefined ? {} : { address }),
      ...(date === undefined ? {} : { date }),
      sureness,
      ...(note === undefined ? {} : { note }),
    }))
    .sort((one, other) => byText(one.id, other.id))
}
