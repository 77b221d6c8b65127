import type { Location, Report } from '../model/generated/report.ts'
import { architectureForClients } from './client-architecture.ts'
import { exceptionsForClients } from './client-exceptions.ts'
import { findingsForClients } from './client-findings.ts'
import { internalNames } from './client-names.ts'
import { rulesForClients } from './client-rules.ts'
import type { LeftOut } from './left-out.ts'
import { withStrings } from './left-out.ts'
import { internalLists } from './table.ts'

/** What is shown of a place outside the descriptor: that there is one. */
const elsewhere: Location = { file: 'not shown', line: 1, column: 1, endLine: 1, endColumn: 1 }

/**
 * What a client gets: made anew of what is known to be harmless, so that what is added to Reports stays out until
 * somebody decides on it.
 */
export function forClients(whole: Report, left: LeftOut): Report {
  const report = withStrings(whole, internalNames(whole, left))
  const shownFile = report.engagement.file.split(/[\\/]/).at(-1) ?? ''
  const inDescriptor = (at: Location): boolean => at.file === report.engagement.file
  const place = (at: Location): Location => (inDescriptor(at) ? { ...at, file: shownFile } : elsewhere)
  const rules = rulesForClients(report, left)
  const { idOf, askOf, ...found } = findingsForClients(report, { rules, place, inDescriptor }, left)
  const subjectOf = rules.subjectOf
  const { configuration, verdict, engagement, reliesOn } = report
  const shown = <T extends { readonly at: Location }>(all: readonly T[], what: string, keep: (one: T) => boolean) => {
    const rest = all.filter((one) => inDescriptor(one.at) && keep(one))
    left.note(what, all.length - rest.length)
    return rest.map((one) => ({ ...one, at: place(one.at) }))
  }
  const world = reliesOn.registryFacts.filter(({ file }) => !engagement.firmFiles.includes(file))
  left.note("facts of the firm's registry", reliesOn.registryFacts.length - world.length)
  left.note('files that show who can log in', report.accessEvidence?.length ?? 0)
  left.note('readings of published texts', report.defects.length)
  left.note(
    'settings of the configuration',
    configuration.levels.length + configuration.packs.filter(({ partial }) => !partial).length,
  )
  return {
    apiVersion: report.apiVersion,
    kind: report.kind,
    tool: report.tool,
    asOf: report.asOf,
    validUntil: report.validUntil,
    engagement: { ...engagement, file: shownFile, firmFiles: [] },
    regimes: report.regimes,
    verdict: { ...verdict, packs: verdict.packs.map(rules.packOf) },
    digests: report.digests,
    configuration: {
      packs: configuration.packs
        .filter(({ partial }) => partial)
        .map((pack) => ({ ...pack, rulesLeftOut: pack.rulesLeftOut.map(rules.idOf), at: elsewhere })),
      levels: [],
    },
    counts: report.counts,
    toDo: report.toDo.map(({ outcome, at, ask, rules: ids, findings: opened }) => {
      const said = ask === undefined ? undefined : (askOf(ask) ?? 'The firm has to state this.')
      return {
        outcome,
        at: opened.some((id) => idOf(id) !== id) ? elsewhere : place(at),
        ...(said === undefined ? {} : { ask: said }),
        rules: ids.map(rules.idOf),
        findings: opened.map(idOf),
      }
    }),
    ...found,
    ...exceptionsForClients(report, { rules, idOf, elsewhere }, left),
    notApplicable: report.notApplicable.map(({ rule, subjects }) => ({
      rule: rules.idOf(rule),
      subjects: subjects.map((id) => subjectOf(rules.kindOf(rule), id)),
    })),
    rules: rules.rules,
    controls: rules.controls,
    sources: rules.sources,
    architecture: architectureForClients(report, { place, idOf, askOf }, left),
    reliesOn: {
      narrowings: shown(reliesOn.narrowings, 'statements that the verdict relies on', () => true),
      claims: shown(reliesOn.claims, 'statements that the verdict relies on', () => true),
      statedNone: shown(
        reliesOn.statedNone,
        'statements that the verdict relies on',
        ({ text }) => !internalLists.some((list) => text.startsWith(`${list}:`)),
      ),
      registryFacts: world.map(({ note: _, ...fact }) => ({ ...fact, file: elsewhere.file })),
    },
    notEncoded: report.notEncoded,
    defects: [],
  }
}
