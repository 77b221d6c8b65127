import type { Origin, Report } from '../../model/generated/report.ts'

export type Finding = Report['findings'][number]
type Level = Finding['level']

/** What decides an outcome from outside: two Reports with the same of each are the same. */
export type InputName =
  | 'descriptor'
  | 'rules'
  | 'registry'
  | 'configuration'
  | 'waivers'
  | 'infrastructure'
  | 'evidence'
  | 'as-of'
  | 'version'

/** One input that is not the same: a digest, an instant or a version. */
export type InputChange = { readonly input: InputName; readonly old: string; readonly new: string }

/** How one rule came out on one subject. */
export type State = {
  readonly outcome: Finding['outcome'] | 'not-applicable'
  readonly level: Level
  /** What an open finding says, and where. */
  readonly message?: string
  readonly at?: Finding['at']
  /** The exception that lifts it. */
  readonly waiver?: Finding['waiver']
}

/** Why a finding is not the same; what can be told comes first. */
export type Cause =
  | { readonly kind: 'fact'; readonly name: string; readonly label: string; readonly old: Known; readonly new: Known }
  | { readonly kind: 'rule'; readonly change: 'added' | 'removed' | 'changed'; readonly keys: readonly string[] }
  | { readonly kind: 'left-out'; readonly pack: string; readonly side: 'old' | 'new' }
  | { readonly kind: 'level'; readonly reason: string; readonly side: 'old' | 'new' }
  /** A waiver lifts it, or no longer does; then what has become of the waiver, where it is still given. */
  | { readonly kind: 'waiver'; readonly waiver: NonNullable<Finding['waiver']>; readonly now: WaiverStatus }
  | { readonly kind: 'subject'; readonly change: 'added' | 'removed' }
  /** As-of passed an instant at which an outcome changes by time alone. */
  | { readonly kind: 'time' }
  /** Nothing that the Reports show of it differs: it is one of these. */
  | { readonly kind: 'inputs'; readonly inputs: readonly InputName[] }

type WaiverStatus = Report['exceptions'][number]['status'] | 'removed'

/** A fact as a Report shows it; without a value, it is not known. */
export type Known = { readonly value?: string; readonly from: readonly Pick<Origin, 'kind' | 'text' | 'at'>[] }

export type FindingChange = {
  readonly rule: string
  readonly title: string
  readonly subject: Finding['subject']
  /** Left out where there was nothing to say: no such rule, or no such subject. */
  readonly old?: State
  readonly new?: State
  readonly direction: 'worse' | 'better' | 'other'
  readonly because: readonly Cause[]
}

export type RuleChange = {
  readonly rule: string
  readonly change: 'added' | 'removed' | 'changed'
  /** The rule's text, line by line: what went, what came. Of a rule that was changed, only the keys that were. */
  readonly lines: readonly { readonly sign: '-' | '+' | ' '; readonly text: string }[]
}

/** Two Reports on one engagement. */
export type ReportDiff = {
  readonly engagement: { readonly id: string; readonly title: string }
  /** Whether every outcome and the headline are the same. Inputs may differ all the same. */
  readonly same: boolean
  readonly old: Summary
  readonly new: Summary
  readonly inputs: readonly InputChange[]
  readonly findings: readonly FindingChange[]
  readonly rules: readonly RuleChange[]
}

type Summary = { readonly headline: string; readonly asOf: string; readonly outcomes: Report['counts']['outcomes'] }

/** All Reports of one run against those of another, paired by engagement. */
export type RunDiff = {
  readonly same: boolean
  readonly engagements: readonly ReportDiff[]
  readonly onlyOld: readonly Alone[]
  readonly onlyNew: readonly Alone[]
}

type Alone = { readonly id: string; readonly title: string; readonly headline: string }
