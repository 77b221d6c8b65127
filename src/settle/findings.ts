import type { Origin, Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import { Listed } from '../model/listed.ts'
import type { Location } from '../model/location.ts'
import { once } from '../model/once.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { Met, OpenFinding } from '../model/report.ts'
import type { Level } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import type { Workspace } from '../model/workspace.ts'
import { codeFrame } from '../text/code-frame.ts'
import { linesOf } from '../text/positions.ts'
import { Brief, type FindingContext } from './brief.ts'
import type { RuleExplanation } from './deciding.ts'
import { Explanations } from './explanation.ts'
import { factsDigest } from './facts-digest.ts'
import { type Explainer, type Finding, findingOf, type Named, type Shown, shownOf } from './finding.ts'
import { isoInstant } from './instants.ts'
import { MissingFacts } from './missing.ts'

/** What there is to find in outcomes: what is open in brief, and the rest when somebody asks for it. */
export type Findings = {
  /** In the order of the Report. */
  readonly open: readonly OpenFinding[]
  readonly met: () => readonly Met[]
  /** The finding in full; `brief` is one of the open ones, perhaps with a waiver. */
  readonly whole: (brief: OpenFinding, place: number) => Finding
  /** What a waiver of the open one at this place is given for. */
  readonly factsDigest: (place: number) => string
  /** Those of rules that are met. */
  readonly passes: () => readonly Finding[]
  /** The statements that open findings wait for. */
  readonly asks: Report['asks']
  /** What findings in full name by its place: those that were made. */
  readonly named: Named
}

type Found = {
  readonly workspace: Workspace
  /** By rule, then by subject. */
  readonly evaluated: readonly Evaluated[]
  readonly asOf: Instant
  readonly explainer: Explainer
  readonly explainAll: boolean
}

/** Open ones come first, what weighs most first; outcomes are by rule and subject already. */
export function findingsOf({ workspace, evaluated, asOf, explainer, explainAll }: Found): Findings {
  const context = contextOf(workspace, asOf)
  const explainers = new Map<Subject, ReturnType<Explainer>>()
  const explained = ({ rule, subject }: Evaluated): RuleExplanation => {
    const explain = explainers.get(subject) ?? explainer(subject)
    explainers.set(subject, explain)
    return explain(rule)
  }
  const named: Named = { origins: new Listed<Origin>(), explanations: new Explanations(explainAll) }
  const shown = new Map<Subject, Shown>()
  const whole = (brief: OpenFinding, one: Evaluated, explanation: RuleExplanation): Finding => {
    const about = shown.get(one.subject) ?? shownOf(one.subject, named, explainAll)
    shown.set(one.subject, about)
    return findingOf(brief, one, explanation, about)
  }
  const opened = [...byLevel(evaluated, 'fail'), ...byLevel(evaluated, 'unknown')]
  const reasons = opened.map(explained)
  const open = opened.map((one, place) => new Brief(one, reasons[place] as RuleExplanation, context))
  return {
    open,
    met: () => byLevel(evaluated, 'pass').map(({ rule, subject }) => metOf(rule, subject)),
    whole: (brief, place) => whole(brief, opened[place] as Evaluated, reasons[place] as RuleExplanation),
    factsDigest: (place) => {
      const { rule, subject, outcome } = opened[place] as Evaluated
      return factsDigest(rule, subject, reasons[place] as RuleExplanation, outcome)
    },
    passes: () =>
      byLevel(evaluated, 'pass').map((one) => {
        const explanation = explained(one)
        return whole(new Brief(one, explanation, context), one, explanation)
      }),
    asks: context.missing.asks,
    named,
  }
}

/** What came out so, the weightiest first. */
function byLevel(evaluated: readonly Evaluated[], kind: Evaluated['outcome']['kind']): readonly Evaluated[] {
  const found: Record<Level, Evaluated[]> = { error: [], warning: [], note: [] }
  for (const one of evaluated) if (one.outcome.kind === kind) found[one.rule.level].push(one)
  return [...found.error, ...found.warning, ...found.note]
}

const metOf = ({ id, level }: Evaluated['rule'], subject: Subject): Met => ({
  rule: id,
  level,
  outcome: 'pass',
  subject,
})

function contextOf({ engagement, accessEvidence, infrastructure, text, line }: Workspace, asOf: Instant) {
  const { file } = engagement
  const evidence = accessEvidence.map((one) => one.file)
  const context: FindingContext = {
    files: new Set([file, ...evidence]),
    frameAt: framesIn(file, text, line),
    imported: new Set([...infrastructure.map((one) => one.file), ...evidence]),
    asOf: isoInstant(asOf),
    missing: new MissingFacts(),
  }
  return context
}

/** Many findings point at one place, so that its frame is made once. */
function framesIn(file: string, text: string, line: number | undefined): (at: Location) => string {
  const lines = once(() => linesOf(text, line))
  const frames = new Map<string, string>()
  return (at) => {
    if (at.file !== file) return ''
    const key = `${at.line}:${at.column}`
    const frame = frames.get(key) ?? codeFrame(lines(), at)
    frames.set(key, frame)
    return frame
  }
}
