import { type BaselineEntry, byNamed, type GivenBaseline, keyOfNamed } from '../model/exceptions.ts'
import type { Baseline } from '../model/generated/baseline.ts'
import type { Report } from '../model/generated/report.ts'
import { once } from '../model/once.ts'
import {
  isOpen,
  type Met,
  marked,
  type OpenFinding,
  openIn,
  type Said,
  saidOf,
  type Task,
  withParts,
} from '../model/report.ts'
import { openCounts } from './counts.ts'
import { byPlace, byText } from './order.ts'
import { shownToDo, toDoOf } from './to-do.ts'
import { type Found, verdictOf, weighing } from './verdict.ts'

type Held = NonNullable<Report['baseline']>

/**
 * The Report with what a baseline holds of it. The result stays what it was: what is held still counts towards the
 * verdict, and not towards the exit code. A rule of law is never held, whatever the baseline says; an entry for an
 * unknown does not hold a fail.
 */
export function withBaseline(report: Report, baseline: GivenBaseline): Report {
  const entries = baseline.entries.filter(({ engagement }) => engagement === report.engagement.id)
  const said = saidOf(report)
  const byKey = entries.length === 0 ? nothing : byNamed<Named>([...said.open, ...said.met()])
  const [held, fixed, ignored] = [new Set<string>(), [] as Held['fixed'][number][], [] as Held['ignored'][number][]]
  for (const entry of entries) {
    const { rule, subject, at } = entry
    const finding = byKey.get(keyOfNamed(entry))
    // Ids of subjects are unique; where they should not be, nothing is held.
    if (finding === 'several') continue
    if (finding === undefined || !isOpen(finding) || finding.waiver !== undefined) {
      fixed.push({ rule, subject, now: becameOf(entry, finding, report), at })
      continue
    }
    const why = notHeld(entry, finding)
    if (why === undefined) held.add(keyOfNamed(finding))
    else ignored.push({ rule, subject, why, at })
  }
  const holding = <T extends OpenFinding>(finding: T): T =>
    held.size > 0 && held.has(keyOfNamed(finding)) ? marked(finding, { baselined: true }) : finding
  const open = said.open.map(holding)
  const { failLevel } = report.verdict
  const whole = { open, passed: hasPassed(said), toDo: toDoOf(open, report.asks), exceptions: report.exceptions }
  const weighed = weighing(whole, failLevel)
  const fresh = weighed.open.filter(({ baselined }) => !baselined).length
  const compared: Held = {
    file: baseline.file,
    excuses: weighed.open.length > 0 && fresh === 0 && weighed.faults === 0 && whole.passed,
    new: fresh,
    held: held.size,
    fixed: fixed.sort((one, other) => byPlace(one.at, other.at)),
    ignored: ignored.sort((one, other) => byPlace(one.at, other.at)),
  }
  return withParts(
    report,
    {
      ...judgedAgain(report, whole),
      findings: () => report.findings.map((finding) => (isOpen(finding) ? holding(finding) : finding)),
      baseline: () => compared,
    },
    { ...said, open, toDo: () => whole.toDo, inFull: once(() => said.inFull().map(holding)) },
  )
}

type Named = OpenFinding | Met
const nothing: ReturnType<typeof byNamed<Named>> = new Map()

const hasPassed = ({ met }: Said): boolean => met().some(({ level }) => level === 'error')

/** The parts of a Report that follow from what is open. */
function judgedAgain(report: Report, whole: Found & { readonly toDo: readonly Task[] }) {
  const { verdict } = report
  return {
    verdict: () => ({ ...verdict, ...verdictOf(whole, verdict.failLevel, verdict.packsLeftOut) }),
    counts: () => ({ ...report.counts, ...openCounts(whole.open) }),
    toDo: () => shownToDo(whole.toDo),
  }
}

/** What the exit code says: what is held fails the verdict alone. */
export function goesAhead({ verdict, baseline }: Pick<Report, 'verdict' | 'baseline'>): boolean {
  return verdict.result === 'pass' || baseline?.excuses === true
}

/** The Report as it would be without its baseline, for who is to rely on what is the case. */
export function withoutBaseline(given: Report): Report {
  if (given.baseline === undefined) return given
  const { baseline: _, ...report } = given
  const findings = report.findings.map(({ baselined: __, ...finding }) => finding)
  const open = findings.filter((finding) => isOpen(finding))
  const whole = {
    open,
    passed: hasPassed(saidOf(given)),
    toDo: toDoOf(open, report.asks),
    exceptions: report.exceptions,
  }
  const { verdict, counts, toDo } = judgedAgain(report, whole)
  return { ...report, verdict: verdict(), counts: counts(), toDo: toDo(), findings }
}

function notHeld({ outcome }: BaselineEntry, finding: OpenFinding): Held['ignored'][number]['why'] | undefined {
  if (finding.basis === 'law') return 'law'
  return outcome === 'unknown' && finding.outcome === 'fail' ? 'worse' : undefined
}

function becameOf(
  { rule, subject }: BaselineEntry,
  finding: Named | undefined,
  report: Report,
): Held['fixed'][number]['now'] {
  if (finding !== undefined) return isOpen(finding) ? 'waived' : 'pass'
  const idle = report.notApplicable.find((one) => one.rule === rule)
  return idle?.subjects.includes(subject.id) ? 'not-applicable' : 'gone'
}

/** A baseline, and what could not go into it. */
export type NewBaseline = { readonly baseline: Baseline; readonly ofLaw: number }

/**
 * A baseline of what is open in some Reports and not waived; rules of law are left out of it. Entries of other
 * engagements are kept as they are. Sorted, so that it differs only where findings do.
 */
export function baselineOf(reports: readonly Report[], kept: readonly BaselineEntry[] = []): NewBaseline {
  const checked = new Set(reports.map(({ engagement }) => engagement.id))
  const open = reports.flatMap((report) =>
    openIn(report)
      .filter(({ waiver }) => waiver === undefined)
      .map((finding) => ({ engagement: report.engagement.id, finding })),
  )
  const entries = new Map<string, Baseline['findings'][number]>()
  for (const { at: _, ...entry } of kept.filter(({ engagement }) => !checked.has(engagement))) {
    entries.set(orderOf(entry), entry)
  }
  for (const { engagement, finding } of open.filter((one) => one.finding.basis !== 'law')) {
    const { rule, subject, outcome, id } = finding
    const { kind, id: of } = subject
    const entry = {
      engagement,
      rule,
      subject: { kind, id: of },
      outcome: outcome === 'fail' ? outcome : 'unknown',
      id,
    } as const
    entries.set(orderOf(entry), entry)
  }
  const findings = [...entries].sort(([one], [other]) => byText(one, other)).map(([, entry]) => entry)
  return {
    baseline: { apiVersion: 'douane/v1', kind: 'Baseline', findings },
    ofLaw: open.filter(({ finding }) => finding.basis === 'law').length,
  }
}

function orderOf({ engagement, rule, subject }: Baseline['findings'][number]): string {
  return [engagement, rule, subject.kind, subject.id].join('\n')
}
