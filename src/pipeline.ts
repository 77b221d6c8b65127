import { derive } from './derive/index.ts'
import { evaluateWith, planFor } from './evaluate/index.ts'
import { loadBaseline } from './load/baseline.ts'
import { loadWorkspaces, openLibrary, type Sources } from './load/workspace.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { GivenBaseline } from './model/exceptions.ts'
import { factCatalogue } from './model/facts/index.ts'
import type { Report } from './model/generated/report.ts'
import type { Instant } from './model/instant.ts'
import type { SourceFile } from './model/location.ts'
import { parseMoment } from './model/moment.ts'
import type { Evaluated } from './model/outcome.ts'
import { failed, ok, type Result } from './model/result.ts'
import type { Level, RulePack } from './model/rule.ts'
import type { SubjectKind } from './model/subject.ts'
import { subjectsAt } from './model/validity.ts'
import type { Workspace } from './model/workspace.ts'
import { withBaseline } from './settle/baseline.ts'
import { excusedIn, excusedTwice } from './settle/excused.ts'
import { settle } from './settle/index.ts'
import { ofPacks, rulesIn } from './settle/packs.ts'

export type CheckOptions = {
  /** The instant at which dates are judged. */
  readonly asOf: Instant
  /** The lowest level that fails the verdict; errors always do. */
  readonly failLevel?: Level
  /** Explain what passes as well. */
  readonly explainAll?: boolean
  /** Have json-rules-engine decide again, and conclude nothing where it disagrees. */
  readonly secondOpinion?: boolean
  /** Is told how far a check of many engagements is. */
  readonly onProgress?: (progress: Progress) => void
}

export type Progress = { readonly done: number; readonly of: number }

/** What came of some files: a report for each engagement that could be read, and every problem with the rest. */
export type Checked = { readonly reports: readonly Report[]; readonly problems: readonly Diagnostic[] }

/** Checks engagements. Pure: the same files and instant give the same reports. */
export async function check(sources: Sources, options: CheckOptions): Promise<Checked> {
  const baseline = await baselineIn(sources)
  if (!baseline.ok) return { reports: [], problems: baseline.problems }
  const { workspaces, problems } = await loadWorkspaces(sources)
  const results: Result<Dated, Diagnostic>[] = []
  for (const workspace of workspaces) {
    results.push(await checkOne(workspace, baseline.value, options))
    options.onProgress?.({ done: results.length, of: workspaces.length })
  }
  const { dated, problems: wrong } = together(results)
  const reports = dated.map(({ report }) => report)
  const twice = excusedTwice()
  return { reports, problems: [...problems, ...wrong, ...reports.flatMap((report) => twice(excusedIn(report)))] }
}

/** A report, and the instant from which a check of the same may come out otherwise: `undefined` for never. */
export type Dated = { readonly report: Report; readonly steadyUntil: () => Instant | undefined }

/** Checks of one file after the other, by what is read once for all of them. */
export type OpenCheck = {
  /** What is wrong with what they share. */
  readonly problems: readonly Diagnostic[]
  /** Nothing is concluded of any engagement, because of these problems. */
  readonly closed: boolean
  /** Checks the engagements of one file; the problems are those of that file alone. */
  readonly check: (
    file: SourceFile,
    options: CheckOptions,
  ) => Promise<{ readonly dated: readonly Dated[]; readonly problems: readonly Diagnostic[] }>
}

/** `sources.files`: registry documents that serve every engagement; what is to be checked is opened later. */
export async function openCheck(sources: Sources): Promise<OpenCheck> {
  const baseline = await baselineIn(sources)
  const library = await openLibrary(sources)
  return {
    problems: [...(baseline.ok ? [] : baseline.problems), ...library.problems],
    closed: !baseline.ok || library.closed,
    check: async (file, options) => {
      if (!baseline.ok) throw new Error('a baseline that could not be read')
      const { workspaces, problems } = await library.open(file)
      const results: Result<Dated, Diagnostic>[] = []
      for (const workspace of workspaces) results.push(await checkOne(workspace, baseline.value, options))
      const { dated, problems: wrong } = together(results)
      return { dated, problems: [...problems, ...wrong] }
    },
  }
}

async function baselineIn({ baseline }: Sources): Promise<Result<GivenBaseline | undefined, Diagnostic>> {
  return baseline === undefined ? ok(undefined) : loadBaseline(baseline)
}

function together(results: readonly Result<Dated, Diagnostic>[]) {
  return {
    dated: results.flatMap((result) => (result.ok ? [result.value] : [])),
    problems: results.flatMap((result) => (result.ok ? [] : result.problems)),
  }
}

async function checkOne(
  workspace: Workspace,
  baseline: GivenBaseline | undefined,
  options: CheckOptions,
): Promise<Result<Dated, Diagnostic>> {
  const { asOf, failLevel = 'error', explainAll = false } = options
  const derived = derive(workspace)
  if (derived.contradictions.length > 0) return failed(derived.contradictions)
  const subjects = subjectsAt(derived.subjects, asOf)
  const evaluation = evaluateWith(planFor(workspace.packs), subjects, asOf)
  const { evaluated, explainer } = evaluation
  const doubts = options.secondOpinion ? await disagreements(workspace, evaluated, asOf) : []
  if (doubts.length > 0) return failed(doubts)
  if (evaluated.every(saysNothing)) return failed([nothingEvaluated(workspace)])
  const next = evaluation.nextChange(derived.subjects)
  const settled = settle({
    workspace,
    derived: { ...derived, subjects },
    evaluated,
    asOf,
    ...(next === undefined ? {} : { nextChange: next }),
    explainer,
    explainAll,
    failLevel,
    packsLeftOut: workspace.configuration.packs.filter(({ partial }) => partial).map(({ id }) => id),
    secondOpinion: options.secondOpinion ? 'agreed' : 'not-asked',
  })
  const report = baseline === undefined ? settled : withBaseline(settled, baseline)
  const turn = (): Instant | undefined => evaluation.nextTurn(derived.subjects)
  return ok({ report, steadyUntil: () => steadyUntil(report, evaluated, workspace.packs, turn(), asOf) })
}

/**
 * Besides outcomes, time changes which facts are past their review, the last day of a waiver, be it in force or not, and a
 * text that names the as-of.
 */
function steadyUntil(
  report: Report,
  evaluated: readonly Evaluated[],
  packs: readonly RulePack[],
  turn: Instant | undefined,
  asOf: Instant,
): Instant | undefined {
  const named = namingAsOf(packs)
  if (named.size > 0 && evaluated.some(({ rule, outcome }) => named.has(rule.id) && outcome.kind !== 'not-applicable'))
    return asOf + 1
  const days = [
    ...report.reliesOn.registryFacts.map(({ reviewBy }) => reviewBy),
    ...report.exceptions.map(({ waiver }) => waiver.expires),
  ]
  const until = report.validUntil === 'none' ? undefined : Date.parse(report.validUntil)
  const changes = [turn, until, ...days.map((day) => parseMoment(day)?.to)]
  const later = changes.filter((instant): instant is Instant => instant !== undefined && instant > asOf)
  return later.length === 0 ? undefined : Math.min(...later)
}

/** Rules with a text that names the as-of. */
const namingAsOf = ofPacks((packs): ReadonlySet<string> => {
  const naming = rulesIn(packs).filter(({ message, remedy }) => /\{\{\s*asOf\s*\}\}/.test(`${message} ${remedy}`))
  return new Set(naming.map(({ id }) => id))
})

/** json-rules-engine is loaded only where it is asked. */
async function disagreements(
  { engagement }: Workspace,
  evaluated: readonly Evaluated[],
  asOf: Instant,
): Promise<readonly Diagnostic[]> {
  const { secondOpinion } = await import('./evaluate/second-opinion.ts')
  const found = await secondOpinion(evaluated, asOf, factCatalogue)
  return found.map(({ rule, subject, ours, theirs }) => ({
    code: 'SECOND_OPINION',
    message: `${rule} on ${subject}: decided as ${ours}, and as ${theirs} by json-rules-engine`,
    hint: 'One of the two is wrong, so nothing is concluded. Please report this, with the descriptor.',
    at: engagement.at(['id']),
  }))
}

/** What an engagement is made of: a pass on papers, people or accounts alone says nothing of a system. */
const described: ReadonlySet<SubjectKind> = new Set([
  'data-asset',
  'component',
  'ai-use',
  'tag',
  'flow',
  'disclosure',
  'provider-use',
  'processing-relationship',
] as const)

/** That lists are stated, and that papers are in order, is no answer yet where nothing is described. */
function saysNothing({ subject, outcome }: Evaluated): boolean {
  return outcome.kind === 'not-applicable' || (outcome.kind === 'pass' && !described.has(subject.kind))
}

function nothingEvaluated({ engagement, packs, configuration }: Workspace): Diagnostic {
  const count = packs.reduce((sum, pack) => sum + pack.rules.length, 0)
  return {
    code: 'NOTHING_EVALUATED',
    message: `None of ${count} rules applies to anything that the engagement describes, so nothing can be said of it`,
    hint:
      configuration.packs.length > 0
        ? 'Describe the engagement, or turn on packs that the configuration leaves out.'
        : count === 0
          ? 'Are the rules missing? Reinstall, or name them with --rules.'
          : 'Describe the engagement.',
    at: engagement.at(['id']),
  }
}
