/** Checks of an engagement with evidence, as the command line makes them: through the importers. */
import { importAccessEvidence } from '../../src/import/index.ts'
import { readShipped } from '../../src/io/shipped.ts'
import type { AccessEvidence } from '../../src/model/generated/access-evidence.ts'
import type { Report } from '../../src/model/generated/report.ts'
import type { Document } from '../../src/model/location.ts'
import { parseMoment } from '../../src/model/moment.ts'
import { type Checked, openCheck } from '../../src/pipeline.ts'
import { evidence as registry, variant } from '../examples/checking.ts'
import { foreign } from '../import/access/foreign.ts'

/** Files of evidence by their path. */
export type Files = Readonly<Record<string, string>>

type Finding = Report['findings'][number]

const asOf = '2026-11-22T12:00:00Z'

/** Imports files of evidence; what cannot be read fails the test. */
export async function imported(files: Files): Promise<readonly Document<AccessEvidence>[]> {
  const results = await Promise.all(
    Object.entries(files).map(([path, text]) => importAccessEvidence(foreign(text, path))),
  )
  return results.map((result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1))
    return result.value
  })
}

/** The brochure site, with nothing said of accounts but what is given. */
const site = (keys: Readonly<Record<string, unknown>>) =>
  variant('brochure-site', (engagement) => {
    const changed = engagement as unknown as Record<string, unknown>
    delete changed.accounts
    Object.assign(changed, keys)
  })

let given: readonly Document<AccessEvidence>[] = []

/** The rules and the registry are read once for all tests, each of which gives evidence of its own. */
const library = await openCheck({
  files: [],
  shipped: readShipped(),
  rules: [],
  registry,
  get accessEvidence() {
    return given
  },
})

export async function checkedWith(
  keys: Readonly<Record<string, unknown>>,
  files: Files,
  at = asOf,
  secondOpinion = false,
): Promise<Checked> {
  const instant = parseMoment(at)?.from ?? Number.NaN
  given = await imported(files)
  const { dated, problems } = await library.check(site(keys), { asOf: instant, secondOpinion })
  return { reports: dated.map(({ report }) => report), problems }
}

export async function reportWith(...given: Parameters<typeof checkedWith>): Promise<Report> {
  const { reports, problems } = await checkedWith(...given)
  const [report] = reports
  if (report === undefined) throw new Error(JSON.stringify(problems, null, 1))
  return report
}

/** What a rule says of an account: its outcome and level, or that it does not apply. */
export function said(report: Report, rule: string, account: string): string {
  const finding = findingOf(report, rule, account)
  if (finding !== undefined) return finding.outcome === 'pass' ? 'pass' : `${finding.outcome} ${finding.level}`
  const asked = report.notApplicable.some((one) => one.rule === `access/${rule}` && one.subjects.includes(account))
  return asked ? 'not-applicable' : 'not asked'
}

export const findingOf = ({ findings }: Report, rule: string, account: string): Finding | undefined =>
  findings.find((one) => one.rule === `access/${rule}` && one.subject.id === account)
