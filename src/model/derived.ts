import type { Diagnostic } from './diagnostic.ts'
import type { Validity } from './fact.ts'
import type { Architecture, Report } from './generated/report.ts'
import type { Subject } from './subject.ts'

type ReliesOn = Report['reliesOn']

/** A file of evidence; what is not known is left out. */
export type ShownFile = Omit<NonNullable<Report['accessEvidence']>[number], 'countsFrom' | 'countsUntil'> & {
  readonly validity?: Pick<Validity, 'from' | 'until'>
}

/** What follows from one engagement: the subjects for the rules, and the picture of it for the Report. */
export type Derived = {
  readonly subjects: readonly Subject[]
  /** Made when a Report is. */
  readonly architecture: () => Architecture
  /** Made when a Report is; nothing where no plan was given. */
  readonly infrastructure: () => Report['infrastructure']
  /** Which regimes apply; how many rules assess them is not for deriving to say. */
  readonly regimes: () => readonly Omit<Report['regimes'][number], 'rules'>[]
  readonly narrowings: () => ReliesOn['narrowings']
  readonly claims: () => ReliesOn['claims']
  readonly statedNone: () => ReliesOn['statedNone']
  /** The files that show who can log in, and while each counts. */
  readonly accessEvidence: readonly ShownFile[]
  /** Statements that deny what the registry knows: with one of these, nothing can be concluded. */
  readonly contradictions: readonly Diagnostic[]
}
