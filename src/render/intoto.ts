import type { Report } from '../model/generated/report.ts'
import { digestOf } from '../text/digest.ts'
import { harmless } from '../text/harmless.ts'
import { faultsIn, ruleOfFault } from './exceptions.ts'
import type { Render } from './format.ts'
import { asJson } from './json.ts'

/** A thing with its digest, as in-toto's attestation framework describes one. */
type ResourceDescriptor = {
  readonly name: string
  readonly uri?: string
  readonly digest?: { readonly sha256: string }
  readonly annotations?: Readonly<Record<string, string>>
}

/** An in-toto statement, version 1, with a test result, version 0.1. */
export type Statement = {
  readonly _type: typeof statementType
  readonly subject: readonly ResourceDescriptor[]
  readonly predicateType: typeof predicateType
  readonly predicate: {
    readonly result: 'PASSED' | 'WARNED' | 'FAILED'
    readonly configuration: readonly ResourceDescriptor[]
    readonly passedTests: readonly string[]
    readonly warnedTests: readonly string[]
    readonly failedTests: readonly string[]
  }
}

export const statementType = 'https://in-toto.io/Statement/v1'
export const predicateType = 'https://in-toto.io/attestation/test-result/v0.1'

/** in-toto: a statement that is not signed yet; of several engagements, one statement a line. */
export const intoto: Render = (reports) => {
  const indent = reports.length === 1 ? 2 : 0
  return reports.map((report) => asJson(statementOf(report), indent)).join('')
}

/**
 * What a Report says, as an attestation: the subject is the descriptor's file, by the digest of its bytes; a test is a
 * rule. The Report itself is bound by the digest of its canonical JSON. What a baseline holds is open all the same.
 */
export function statementOf(report: Report): Statement {
  const { engagement, digests, tool, asOf, validUntil, verdict, reduced } = report
  return {
    _type: statementType,
    subject: [
      {
        name: engagement.file,
        digest: { sha256: digests.descriptorFile },
        annotations: { engagement: engagement.id, title: harmless(engagement.title) },
      },
    ],
    predicateType,
    predicate: {
      result: resultOf(report),
      configuration: [
        {
          name: tool.name,
          uri: `pkg:npm/${tool.name}@${tool.version}`,
          annotations: {
            asOf,
            validUntil,
            failLevel: verdict.failLevel,
            headline: verdict.headline,
            secondOpinion: verdict.secondOpinion,
            ...(reduced === undefined ? {} : { reducedFor: reduced.audience }),
          },
        },
        { name: 'descriptor', digest: { sha256: digests.descriptor } },
        { name: 'rules', digest: { sha256: digests.rules } },
        { name: 'registry', digest: { sha256: digests.registry } },
        { name: 'configuration', digest: { sha256: digests.config } },
        { name: 'waivers', digest: { sha256: digests.waivers } },
        ...given('infrastructure', digests.infrastructure),
        ...given('evidence', digests.evidence),
        { name: 'report', digest: { sha256: digestOf(report) } },
      ],
      ...testsOf(report),
    },
  }
}

const given = (name: string, sha256: string | undefined): readonly ResourceDescriptor[] =>
  sha256 === undefined ? [] : [{ name, digest: { sha256 } }]

type Finding = Report['findings'][number]

const levels = ['error', 'warning', 'note']

function resultOf(report: Report): Statement['predicate']['result'] {
  const { verdict, findings } = report
  if (verdict.result !== 'pass') return 'FAILED'
  if (faultsIn(report).length > 0) return 'WARNED'
  return verdict.packsLeftOut.length > 0 || findings.some(({ outcome }) => outcome !== 'pass') ? 'WARNED' : 'PASSED'
}

/** Each rule that applied, by the worst that came of it: what fails the verdict, what else is open or waived, the rest. */
function testsOf(report: Report): Omit<Statement['predicate'], 'result' | 'configuration'> {
  const { findings, verdict } = report
  const worst = new Map<string, number>()
  const weighs = ({ level }: Pick<Finding, 'level'>): boolean =>
    levels.indexOf(level) <= levels.indexOf(verdict.failLevel)
  for (const finding of findings) {
    const open = finding.outcome !== 'pass'
    const weight = !open ? 0 : finding.waiver === undefined && weighs(finding) ? 2 : 1
    worst.set(finding.rule, Math.max(weight, worst.get(finding.rule) ?? 0))
  }
  // A waiver that lifts nothing is a test of its own.
  for (const fault of faultsIn(report)) {
    const rule = ruleOfFault(fault)
    worst.set(rule, Math.max(weighs(fault) ? 2 : 1, worst.get(rule) ?? 0))
  }
  const weighing = (wanted: number): readonly string[] =>
    [...worst].flatMap(([rule, weight]) => (weight === wanted ? [rule] : [])).sort()
  return { passedTests: weighing(0), warnedTests: weighing(1), failedTests: weighing(2) }
}
