import type { Report, Waiver } from '../model/generated/report.ts'
import { type OpenFinding, openIn } from '../model/report.ts'
import { harmless } from '../text/harmless.ts'

export type Exception = Report['exceptions'][number]

/** A waiver that lifts nothing: a finding of its own, as if of a rule `waivers/<status>`. */
export type Fault = Exception & { readonly level: NonNullable<Exception['level']> }

export type Waived = OpenFinding & { readonly waiver: Waiver }

export function faultsIn({ exceptions }: Report): readonly Fault[] {
  return exceptions.filter((one): one is Fault => one.level !== undefined)
}

export const ruleOfFault = ({ status }: Pick<Exception, 'status'>): string => `waivers/${status}`

export const faultFingerprint = ({ id }: Exception, { engagement }: Report): string => `${engagement.id}/waivers/${id}`

/** Open findings that a waiver lifts. */
export function waivedFindings(report: Report): readonly Waived[] {
  return openIn(report).filter((one): one is Waived => one.waiver !== undefined)
}

/** Open findings that are in the baseline. */
export function baselinedFindings(report: Report): readonly OpenFinding[] {
  return openIn(report).filter(({ baselined }) => baselined)
}

/** `until 2027-01-31: <reason> (owner A, approved by B, T-1)` */
export function waiverInWords({ expires, reason, owner, approver, ticket }: Waiver): string {
  return harmless(`until ${expires}: ${reason} (owner ${owner}, approved by ${approver}, ${ticket})`)
}

/** What a baseline does to the exit code; nothing, where it holds nothing of it. */
export function baselineInWords({ baseline, verdict }: Report): string | undefined {
  if (baseline === undefined || baseline.held === 0) return undefined
  const { file, held, excuses } = baseline
  const holds = `${held} open ${held === 1 ? 'decision is' : 'decisions are'} in the baseline ${file}`
  if (verdict.result === 'pass') return harmless(`${holds}.`)
  return harmless(
    excuses
      ? `The exit code is 0 although the verdict is FAIL, because of the baseline: ${holds}, and nothing else fails.`
      : `${holds}: that much of the verdict does not fail the exit code. The rest does.`,
  )
}

type Baseline = NonNullable<Report['baseline']>

/** What has become of an entry of the baseline that holds nothing any more. */
export const becameInWords: Readonly<Record<Baseline['fixed'][number]['now'], string>> = {
  pass: 'passes now',
  'not-applicable': 'does not apply any more',
  waived: 'is waived',
  gone: 'is not there any more',
}

/** Why an entry of the baseline does not count. */
export const whyIgnoredInWords: Readonly<Record<Baseline['ignored'][number]['why'], string>> = {
  law: 'no baseline holds a rule of law',
  worse: 'it was unknown, and fails now',
}
