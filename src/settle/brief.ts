import type { Path } from '../model/generated/report.ts'
import type { Location } from '../model/location.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { OpenFinding } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
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
  readonly outcome: OpenFinding['outcome']
  readonly level: OpenFinding['level']
  readonly message: OpenFinding['message']
  readonly at: OpenFinding['at']
  readonly missing: OpenFinding['missing']
  private readonly context: FindingContext
  private readonly by: Rule
  private readonly about: Subject
  private readonly deciding: readonly string[]
  private digest: string | undefined

  constructor({ rule, subject, outcome }: Evaluated, explanation: RuleExplanation, context: FindingContext) {
    const { missing, deciding, clues, questions } = groundsOf(rule, explanation, outcome)
    this.rule = rule.id
    this.outcome = outcome.kind === 'not-applicable' ? 'pass' : outcome.kind
    this.level = rule.level
    this.message = messageOf(rule, subject, outcome, questions, context.asOf)
    this.at = placeOf(subject, clues, context.files)
    this.missing = context.missing.of(subject, missing)
    this.context = context
    this.by = rule
    this.about = subject
    this.deciding = deciding
    this.digest = undefined
  }

  get title(): OpenFinding['title'] {
    return this.by.title
  }

  get basis(): OpenFinding['basis'] {
    return this.by.basis
  }

  get waivable(): OpenFinding['waivable'] {
    return this.by.waivable && this.by.basis !== 'law'
  }

  get controls(): OpenFinding['controls'] {
    return this.by.controls
  }

  get source(): OpenFinding['source'] {
    return this.by.source
  }

  get remedy(): OpenFinding['remedy'] {
    return remedyOf(this.by, this.about, this.context.asOf)
  }

  get subject(): OpenFinding['subject'] {
    const { kind, id, label } = this.about
    return { kind, id, label }
  }

  get alsoAt(): OpenFinding['alsoAt'] {
    const places = this.outcome === 'pass' ? [] : importedPlaces(this.about, this.deciding, this.context.imported)
    return places.length === 0 ? undefined : places
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
