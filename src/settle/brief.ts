import type { Path } from '../model/generated/report.ts'
import type { Location } from '../model/location.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { OpenFinding } from '../model/report.ts'
import type { Subject } from '../model/subject.ts'
import { findingId } from '../text/digest.ts'
import type { RuleExplanation } from './deciding.ts'
import { groundsOf } from './grounds.ts'
import { messageOf, remedyOf } from './message.ts'
import type { MissingFacts } from './missing.ts'
import { importedPlaces, placeOf } from './place.ts'

export type FindingContext = {
  /** The descriptor, and the evidence that was given with it, in which findings point. */
  readonly files: ReadonlySet<string>
  /** Of the descriptor; empty elsewhere. */
  readonly frameAt: (at: Location) => string
  /** The files of other tools, to which findings point as well. */
  readonly imported: ReadonlySet<string>
  readonly asOf: string
  readonly missing: MissingFacts
}

/** One rule on one subject in brief: what is the case, where, and what to do about it. */
export class Brief implements OpenFinding {
  readonly rule: OpenFinding['rule']
  readonly title: OpenFinding['title']
  readonly outcome: OpenFinding['outcome']
  readonly level: OpenFinding['level']
  readonly basis: OpenFinding['basis']
  readonly waivable: OpenFinding['waivable']
  readonly controls: OpenFinding['controls']
  readonly source: OpenFinding['source']
  readonly subject: OpenFinding['subject']
  readonly message: OpenFinding['message']
  readonly remedy: OpenFinding['remedy']
  readonly at: OpenFinding['at']
  readonly missing: OpenFinding['missing']
  declare readonly alsoAt?: NonNullable<OpenFinding['alsoAt']>
  private readonly context: FindingContext
  private readonly about: Subject
  private readonly deciding: readonly string[]
  private digest: string | undefined

  constructor({ rule, subject, outcome }: Evaluated, explanation: RuleExplanation, context: FindingContext) {
    const { kind, id, label } = subject
    const { missing, deciding, clues, questions } = groundsOf(rule, explanation, outcome)
    this.rule = rule.id
    this.title = rule.title
    this.outcome = outcome.kind === 'not-applicable' ? 'pass' : outcome.kind
    this.level = rule.level
    this.basis = rule.basis
    this.waivable = rule.waivable && rule.basis !== 'law'
    this.controls = rule.controls
    this.source = rule.source
    this.subject = { kind, id, label }
    this.message = messageOf(rule, subject, outcome, questions, context.asOf)
    this.remedy = remedyOf(rule, subject, context.asOf)
    this.at = placeOf(subject, clues, context.files)
    this.missing = context.missing.of(subject, missing)
    const alsoAt = outcome.kind === 'pass' ? [] : importedPlaces(subject, deciding, context.imported)
    if (alsoAt.length > 0) this.alsoAt = alsoAt
    this.context = context
    this.about = subject
    this.deciding = deciding
    this.digest = undefined
  }

  get id(): string {
    this.digest ??= findingId(this.rule, this.subject)
    return this.digest
  }

  get codeFrame(): string | undefined {
    const frame = this.outcome === 'pass' ? '' : this.context.frameAt(this.at)
    return frame === '' ? undefined : frame
  }

  /** The way that data took to what decided, or else to the subject. */
  get path(): Path | undefined {
    for (const name of this.deciding) {
      const path = pathIn(this.about, name)
      if (path !== undefined) return path
    }
    return pathIn(this.about, 'path')
  }
}

function pathIn({ facts }: Subject, name: string): Path | undefined {
  for (const origin of facts[name]?.from ?? [])
    if (origin.kind === 'path') return { asset: origin.path.asset, steps: origin.path.steps }
  return undefined
}
