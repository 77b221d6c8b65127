import type { Derived } from '../model/derived.ts'
import type { Report } from '../model/generated/report.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { Rule, RulePack, SourceReference } from '../model/rule.ts'
import type { Registry } from '../model/workspace.ts'
import { tally } from './counts.ts'
import { byText } from './order.ts'

/** Every control of the packs with the rules that check it and how they came out; one without rules shows as such. */
export function controlsOf(packs: readonly RulePack[], evaluated: readonly Evaluated[]): Report['controls'] {
  const rules = packs.flatMap((pack) => pack.rules)
  const byRule = new Map<string, Evaluated[]>(rules.map((rule) => [rule.id, []]))
  for (const one of evaluated) byRule.get(one.rule.id)?.push(one)
  return packs.flatMap((pack) =>
    pack.controls.map(({ id, title, source }) => {
      const checking = rules.filter((rule) => rule.controls.includes(id)).map((rule) => rule.id)
      const outcomes = tally(checking.flatMap((rule) => byRule.get(rule) ?? []))
      return { id, title, pack: pack.id, source, rules: [...checking].sort(byText), outcomes }
    }),
  )
}

export function rulesOf(rules: readonly Rule[]): Report['rules'] {
  return [...rules]
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
    }))
}

/** The regimes, with the number of rules that assess each: those that cite a document of it. */
export function regimesOf(regimes: Derived['regimes'], registry: Registry, rules: readonly Rule[]): Report['regimes'] {
  const regimeOf = new Map(registry.sources.flatMap(({ value }) => value.sources.map(({ id, regime }) => [id, regime])))
  return regimes.map((one) => ({
    ...one,
    rules: rules.filter(({ source }) => source.some(({ document }) => regimeOf.get(document) === one.id)).length,
  }))
}

/** The source documents that rules, controls and the facts of the registry cite, by id. */
export function sourcesOf(
  registry: Registry,
  packs: readonly RulePack[],
  facts: Report['reliesOn']['registryFacts'],
): Report['sources'] {
  const cited = new Set<string>()
  const cite = (references: readonly SourceReference[]): void => {
    for (const { document } of references) cited.add(document)
  }
  for (const pack of packs) {
    for (const { source } of [...pack.rules, ...pack.controls]) cite(source)
  }
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
