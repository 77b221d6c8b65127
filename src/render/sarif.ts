import type { Location, Report } from '../model/generated/report.ts'
import type { OpenFinding } from '../model/report.ts'
import { harmless } from '../text/harmless.ts'
import {
  baselineInWords,
  type Fault,
  faultFingerprint,
  faultsIn,
  ruleOfFault,
  waivedFindings,
  waiverInWords,
} from './exceptions.ts'
import type { Render } from './format.ts'
import { asJson } from './json.ts'
import { fingerprintOf, openFindings, reductionOf, sourceText, statementOf } from './open.ts'

/** What code scanning takes of one upload. */
const limits = { results: 25_000, description: 1024, tags: 20 }

/**
 * SARIF 2.1.0, for code scanning. One run over all engagements, as code scanning takes one run a category. It holds what is
 * open and not waived, and waivers that lift nothing; readers of code scanning ignore `kind` and `suppressions`, so that anything else would show as open as well.
 */
export const sarif: Render = (reports) => {
  const rules = rulesOf(reports)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const compared = reports.some(({ baseline }) => baseline !== undefined)
  const found = reports
    .flatMap((report) => [
      ...openFindings(report).map((finding) => ({ weight: weight(finding), result: resultOf(finding, report) })),
      ...faultsIn(report).map((fault) => ({
        weight: weight({ ...fault, outcome: 'fail' }),
        result: resultOfFault(fault, report),
      })),
    ])
    .sort((one, other) => one.weight - other.weight)
  const results = found.slice(0, limits.results).map(({ result: { baselined, ...result } }) => ({
    ...result,
    ruleIndex: indexOf.get(result.ruleId) ?? -1,
    ...(compared ? { baselineState: baselined ? 'unchanged' : 'new' } : {}),
  }))
  const [first] = reports
  const run = {
    tool: {
      driver: {
        name: 'Douane',
        ...(first === undefined ? {} : { semanticVersion: first.tool.version }),
        rules,
      },
    },
    automationDetails: { id: `douane/${first?.asOf ?? ''}` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      '%SRCROOT%': { description: { text: 'The folder in which the check was run' } },
    },
    results,
    ...withProperties(reports),
  }
  return asJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] })
}

function resultOf(finding: OpenFinding, report: Report) {
  return {
    ruleId: finding.rule,
    ruleIndex: -1,
    level: finding.level,
    message: { text: `${statementOf(finding, report)} Remedy: ${finding.remedy}` },
    locations: [{ physicalLocation: placeOf(finding.at) }],
    ...(finding.alsoAt === undefined ? {} : { relatedLocations: relatedOf(finding.alsoAt) }),
    partialFingerprints: { 'douane/v1': fingerprintOf(finding, report) },
    properties: {
      outcome: finding.outcome,
      basis: finding.basis,
      controls: finding.controls,
      engagement: report.engagement.id,
      subject: finding.subject.label,
      source: sourceText(finding, report),
    },
    baselined: finding.baselined === true,
  }
}

/** Places in imported files, each with what stands there. */
const relatedOf = (places: NonNullable<OpenFinding['alsoAt']>) =>
  places.map(({ at, text }, id) => ({ id, physicalLocation: placeOf(at), message: { text: harmless(text) } }))

function resultOfFault(fault: Fault, report: Report) {
  const { level, message, remedy, at, status, rule, subject } = fault
  return {
    ruleId: ruleOfFault(fault),
    ruleIndex: -1,
    level,
    message: { text: `${message}${remedy === undefined ? '' : ` Remedy: ${remedy}`}` },
    locations: [{ physicalLocation: placeOf(at) }],
    partialFingerprints: { 'douane/v1': faultFingerprint(fault, report) },
    properties: { status, engagement: report.engagement.id, rule, subject: `${subject.kind} ${subject.id}` },
    baselined: false,
  }
}

/** What is no result: what is waived, and what the baseline does. No reader shows it as open. */
/** What no result may say: readers of code scanning show every result as open. */
function withProperties(reports: readonly Report[]) {
  const waived = reports.flatMap((report) =>
    waivedFindings(report).map(({ rule, subject, outcome, message, waiver }) => ({
      engagement: report.engagement.id,
      rule,
      subject: subject.label,
      outcome,
      message,
      waiver: waiverInWords(waiver),
    })),
  )
  const baselines = reports.flatMap((report) => baselineInWords(report) ?? [])
  const reductions = [...new Set(reports.flatMap((report) => reductionOf(report) ?? []))]
  if (waived.length + baselines.length + reductions.length === 0) return {}
  return {
    properties: {
      ...(reductions.length === 0 ? {} : { reduced: reductions }),
      ...(waived.length === 0 ? {} : { waived }),
      ...(baselines.length === 0 ? {} : { baseline: baselines }),
    },
  }
}

/** Errors first, since only the first 5,000 are kept. */
const weight = ({ level, outcome }: Pick<OpenFinding, 'level' | 'outcome'>): number =>
  ['error', 'warning', 'note'].indexOf(level) * 2 + (outcome === 'fail' ? 0 : 1)

function rulesOf(reports: readonly Report[]) {
  const rules = new Map<string, ReturnType<typeof ruleOf> | ReturnType<typeof ruleOfWaivers>>()
  for (const report of reports) {
    for (const rule of report.rules) if (!rules.has(rule.id)) rules.set(rule.id, ruleOf(rule, report))
    for (const fault of faultsIn(report)) rules.set(ruleOfFault(fault), ruleOfWaivers(fault))
  }
  return [...rules.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

function ruleOf(rule: Report['rules'][number], report: Report) {
  const controls = report.controls.filter(({ id }) => rule.controls.includes(id))
  const promises = controls.map(({ id, title }) => `${id}: ${title}`)
  const source = sourceText(rule, report)
  const address = report.sources.find(({ id }) => id === rule.source[0]?.document)?.address
  const text = [rule.title, ...promises].join('\n')
  return {
    id: rule.id,
    shortDescription: { text: cut(rule.title) },
    fullDescription: { text: cut(text) },
    help: { text: `Source: ${source}`, markdown: `**Source**: ${source}` },
    ...(address === undefined ? {} : { helpUri: address }),
    defaultConfiguration: { level: rule.level },
    properties: { tags: [rule.pack, rule.basis, ...rule.controls].slice(0, limits.tags) },
  }
}

function ruleOfWaivers(fault: Fault) {
  const text = `${fault.title}: it lifts nothing.`
  return {
    id: ruleOfFault(fault),
    shortDescription: { text: fault.title },
    fullDescription: { text },
    help: { text, markdown: text },
    defaultConfiguration: { level: fault.level },
    properties: { tags: ['waivers'] },
  }
}

const cut = (text: string): string =>
  text.length <= limits.description ? text : `${text.slice(0, limits.description - 1)}…`

function placeOf({ file, line, column, endLine, endColumn }: Location) {
  // What lies outside the folder of the check has no place under its root.
  const outside = file.startsWith('/') || file.startsWith('../') || file.includes(':')
  return {
    artifactLocation: {
      uri: file.split('/').map(encodeURIComponent).join('/'),
      ...(outside ? {} : { uriBaseId: '%SRCROOT%' }),
    },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  }
}
