import type { Explanation as Reported } from '../model/generated/report.ts'
import { Listed } from '../model/listed.ts'
import type { Explanation, Outcome, Truth } from '../model/outcome.ts'
import type { Subject } from '../model/subject.ts'
import type { RuleExplanation } from './deciding.ts'
import { inWords } from './words.ts'

/** The place of what explains a rule on one subject. */
export type Reporter = (explanation: RuleExplanation, outcome: Outcome) => number

/**
 * Why rules say what they say, as the Report shows it: the tree of conditions with their truth and values. Only the parts
 * that decided, which have the truth of what they are part of; or all of them.
 *
 * Conditions that rules share are explained once for a subject, and what comes out the same of several subjects is there
 * once. Parts are told apart by their places among all parts.
 */
export class Explanations {
  private readonly parts = new Listed<Reported>()
  private readonly listed = new Listed<Reported>()
  private readonly all: boolean

  constructor(all: boolean) {
    this.all = all
  }

  /** Those that were asked for. */
  get shown(): readonly Reported[] {
    return this.listed.all
  }

  of(subject: Subject): Reporter {
    const known = new Map<Explanation, number>()
    const placeOf = (explanation: Explanation): number => {
      const before = known.get(explanation)
      if (before !== undefined) return before
      const place = explanation.kind === 'leaf' ? this.leaf(explanation, subject) : this.whole(explanation, placeOf)
      known.set(explanation, place)
      return place
    }
    return ({ when, require }, outcome) => {
      const parts = [this.parent({ kind: 'require', truth: require.truth }, [placeOf(require)])]
      if (when !== undefined) parts.unshift(this.parent({ kind: 'when', truth: when.truth }, [placeOf(when)]))
      const truth = outcome.kind === 'unknown' ? undefined : outcome.kind !== 'fail'
      const rule = this.parent({ kind: 'rule', truth }, parts)
      return this.listed.placeOf(`${rule}`, () => this.saidAt(rule))
    }
  }

  private whole(explanation: Explanation, placeOf: (part: Explanation) => number): number {
    const { kind, truth, of = [] } = explanation
    const shown: number[] = []
    for (const part of of) if (this.all || kind === 'not' || part.truth === truth) shown.push(placeOf(part))
    return this.parent(explanation, shown)
  }

  private parent({ kind, truth, name }: Parent, of: readonly number[]): number {
    return this.parts.placeOf(`${kind} ${truth} ${name} ${of.join()}`, () => ({
      kind,
      truth: truthInWords(truth),
      ...(name === undefined ? {} : { name }),
      of: of.map((place) => this.saidAt(place)),
    }))
  }

  private leaf({ kind, truth, fact = '', operator = '', value }: Explanation, subject: Subject): number {
    const found = subject.facts[fact]?.value
    const actual = found === undefined ? undefined : inWords(found)
    return this.parts.placeOf(`${truth} ${fact} ${operator} ${JSON.stringify([value, actual])}`, () => ({
      kind,
      truth: truthInWords(truth),
      fact,
      operator,
      value: value as NonNullable<Reported['value']>,
      ...(actual === undefined ? {} : { actual }),
    }))
  }

  private saidAt(place: number): Reported {
    return this.parts.all[place] as Reported
  }
}

type Parent = { readonly kind: Reported['kind']; readonly truth: Truth; readonly name?: string | undefined }

function truthInWords(truth: Truth): Reported['truth'] {
  return truth === undefined ? 'unknown' : truth ? 'true' : 'false'
}
