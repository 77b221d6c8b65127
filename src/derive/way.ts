import type { DataPath, PathStep } from '../model/fact.ts'

/**
 * The way of data as its last step and the way before it, so that ways that begin alike share what they have in common:
 * in a long circle, listing the steps of each would take the square of its length.
 */
export class Way implements DataPath {
  readonly asset: string
  readonly last: PathStep
  readonly length: number
  readonly #before: Way | undefined

  constructor(asset: string, last: PathStep, before?: Way) {
    this.asset = asset
    this.last = last
    this.length = before === undefined ? 1 : before.length + 1
    this.#before = before
  }

  get steps(): readonly PathStep[] {
    const steps: PathStep[] = new Array(this.length)
    for (let way: Way | undefined = this; way !== undefined; way = way.#before) steps[way.length - 1] = way.last
    return steps
  }

  with(step: PathStep): Way {
    return new Way(this.asset, step, this)
  }

  /** Whether it is the same data by the same flows. */
  isSame(other: Way): boolean {
    if (this.asset !== other.asset || this.length !== other.length) return false
    let [one, two]: [Way | undefined, Way | undefined] = [this, other]
    while (one !== two && one !== undefined && two !== undefined) {
      if ((one.last.flow ?? one.last.node) !== (two.last.flow ?? two.last.node)) return false
      one = one.#before
      two = two.#before
    }
    return true
  }
}
