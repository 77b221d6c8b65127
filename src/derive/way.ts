import type { DataPath, PathStep } from '../model/fact.ts'
import type { Placed } from '../model/location.ts'

type Step = Omit<PathStep, 'at'> & { readonly place: Placed }

/**
 * The way of data as its last step and the way before it, so that ways that begin alike share what they have in common:
 * in a long circle, listing the steps of each would take the square of its length.
 */
export class Way implements DataPath {
  readonly asset: string
  readonly length: number
  readonly #first: Step
  readonly #step: Step
  readonly #before: Way | undefined

  constructor(asset: string, step: Step, before?: Way) {
    this.asset = asset
    this.#first = before === undefined ? step : before.#first
    this.#step = step
    this.length = before === undefined ? 1 : before.length + 1
    this.#before = before
  }

  get last(): PathStep {
    return told(this.#step)
  }

  get steps(): readonly PathStep[] {
    return this.taken.map(told)
  }

  /** The same steps, without looking up where they stand. */
  get taken(): readonly Step[] {
    const steps: Step[] = new Array(this.length)
    for (let way: Way | undefined = this; way !== undefined; way = way.#before) steps[way.length - 1] = way.#step
    return steps
  }

  /** Where it begins. */
  get start(): string {
    return this.#first.node
  }

  /** What its steps come to, one after the other. `known` keeps what came of each way, so that no way is gone twice. */
  gathered<T>(known: Map<Way, T>, nothing: T, more: (before: T, step: Step) => T): T {
    const ahead: Way[] = []
    let way: Way | undefined = this
    for (; way !== undefined && !known.has(way); way = way.#before) ahead.push(way)
    let sum = way === undefined ? nothing : (known.get(way) as T)
    for (const one of ahead.reverse()) {
      sum = more(sum, one.#step)
      known.set(one, sum)
    }
    return sum
  }

  with(step: Step): Way {
    return new Way(this.asset, step, this)
  }

  /** Whether it is the same data by the same flows. */
  isSame(other: Way): boolean {
    if (this.asset !== other.asset || this.length !== other.length) return false
    let [one, two]: [Way | undefined, Way | undefined] = [this, other]
    while (one !== two && one !== undefined && two !== undefined) {
      if (by(one.#step) !== by(two.#step)) return false
      one = one.#before
      two = two.#before
    }
    return true
  }
}

const told = ({ place, ...step }: Step): PathStep => ({ ...step, at: place.at })

const by = ({ flow, node }: Step): string => flow ?? node
