import type { Report } from './generated/report.ts'
import { once } from './once.ts'

type Finding = Report['findings'][number]

/** Accessors, so that the compiler knows that spreading loses them: what was spread is no such finding any more. */
declare abstract class Accessors {
  abstract get id(): Finding['id']
  abstract get title(): Finding['title']
  abstract get basis(): Finding['basis']
  abstract get waivable(): Finding['waivable']
  abstract get controls(): Finding['controls']
  abstract get source(): Finding['source']
  abstract get subject(): Finding['subject']
  abstract get remedy(): Finding['remedy']
}

type MadeWhenRead = Accessors & {
  readonly alsoAt?: Finding['alsoAt'] | undefined
  readonly codeFrame?: Finding['codeFrame'] | undefined
  readonly path?: Finding['path'] | undefined
}

type WhyAndMore = 'facts' | 'factsDigest' | 'explanation'

/** What failed or is unknown, without what only those read who ask why. */
export type OpenFinding = Omit<Finding, keyof MadeWhenRead | WhyAndMore> & MadeWhenRead

/** What lies over a finding, and leaves its outcome as it is. */
type Mark = Pick<OpenFinding, 'waiver' | 'baselined'>

/** The same finding with a mark. */
export const marked = <T extends OpenFinding>(finding: T, mark: Mark): T =>
  Object.assign(Object.create(Object.getPrototypeOf(finding)), finding, mark)

/** One thing that there is to do, with the findings that it opens. */
export type Task = Omit<Report['toDo'][number], 'findings'> & { readonly findings: readonly OpenFinding[] }

/** A rule that is met, in brief. */
export type Met = Pick<Finding, 'rule' | 'level'> & {
  readonly outcome: 'pass'
  readonly subject: Finding['subject']
}

/** What the rules say, as far as the verdict and a list of what there is to do go. */
export type Said = {
  /** In the order of the Report. */
  readonly open: readonly OpenFinding[]
  /** Those of them that are not waived, by what there is to do. */
  readonly toDo: () => readonly Task[]
  /** The same findings, with all that the Report has of them. */
  readonly inFull: () => readonly Finding[]
  readonly met: () => readonly Met[]
  /** The controls with the rules that check them. */
  readonly controls: () => readonly Pick<Report['controls'][number], 'id' | 'rules'>[]
  /** What a document that a rule cites is called. */
  readonly titleOf: (document: string) => string | undefined
  readonly reliesOn: () => Relied
}

type ReliesOn = Report['reliesOn']

/** What the verdict takes as true without being able to show it; of facts of the registry, those past their review. */
export type Relied = Omit<ReliesOn, 'registryFacts'> & {
  readonly pastReview: ReliesOn['registryFacts']
  /** Of how many that are used; not counted where none is past its review. */
  readonly used: number
}

/** The same of all that is relied on. */
export function relied({ registryFacts, ...statements }: ReliesOn): Relied {
  return { ...statements, pastReview: registryFacts.filter(({ stale }) => stale), used: registryFacts.length }
}

/** How each part of a thing is made. */
export type Parts<T> = { readonly [K in keyof T]: () => Required<T>[K] }

/** What is known of a Report that is not made in full; hidden from whoever reads, copies or writes it. */
const underneath = Symbol('underneath')

type Underneath = {
  readonly [underneath]?: { readonly parts: Readonly<Record<string, () => unknown>>; readonly said: Said }
}

const accessors = new Map<string, PropertyDescriptor>()

/** Made once for all Reports: an accessor that was made for one would outlive it in its shape. */
function accessorOf(key: string): PropertyDescriptor {
  const before = accessors.get(key)
  if (before !== undefined) return before
  const accessor: PropertyDescriptor = {
    enumerable: true,
    get(this: Underneath) {
      return this[underneath]?.parts[key]?.()
    },
  }
  accessors.set(key, accessor)
  return accessor
}

/** Node would show that there are getters, and not what they get. */
const inspected: PropertyDescriptor = {
  value(this: Report) {
    return { ...this }
  },
}

/**
 * A Report of which each part is made when it is first read, and kept: most readers want a few of them. To whoever reads,
 * copies or writes it, it is the plain data that it would be if all were made at once.
 */
export function reportOf(parts: Parts<Report>, said: Said): Report {
  const report = {} as Report
  const made: Record<string, () => unknown> = {}
  for (const [key, make] of Object.entries(parts)) {
    made[key] = once(make as () => unknown)
    Object.defineProperty(report, key, accessorOf(key))
  }
  Object.defineProperty(report, underneath, { value: { parts: made, said } })
  Object.defineProperty(report, Symbol.for('nodejs.util.inspect.custom'), inspected)
  return report
}

/** A Report with other parts, those that are new at its end; the rest is made no sooner than it would have been. */
export function withParts(report: Report, parts: Partial<Parts<Report>>, said: Said = saidOf(report)): Report {
  const kept = Object.keys(report).map((key) => [key, () => report[key as keyof Report]])
  return reportOf({ ...Object.fromEntries(kept), ...parts }, said)
}

/** What the rules say, without making what is not asked for; of a Report that was read from a file as well. */
export function saidOf(report: Report): Said {
  const known = (report as Underneath)[underneath]?.said
  if (known !== undefined) return known
  const open = report.findings.filter((finding) => isOpen(finding))
  return {
    open,
    toDo: () => tasksIn(report, open),
    inFull: () => open,
    met: () => report.findings.filter(isMet),
    controls: () => report.controls,
    titleOf: (document) => report.sources.find(({ id }) => id === document)?.title,
    reliesOn: () => relied(report.reliesOn),
  }
}

function tasksIn({ toDo }: Report, open: readonly OpenFinding[]): readonly Task[] {
  const byId = new Map(open.map((finding) => [finding.id, finding]))
  return toDo.map((one) => ({ ...one, findings: one.findings.flatMap((id) => byId.get(id) ?? []) }))
}

/** Whether somebody has something to do about it, unless it is waived. */
export function isOpen<T extends OpenFinding>(one: T | Met): one is T {
  return one.outcome !== 'pass'
}

/** What failed or is unknown, be it waived or not. */
export const openIn = (report: Report): readonly OpenFinding[] => saidOf(report).open

const isMet = (finding: Finding): finding is Finding & Met => finding.outcome === 'pass'
