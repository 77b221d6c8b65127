/** Values that are listed once each, in the order in which they came up; what has them names their places. */
export class Listed<T> {
  readonly all: T[] = []
  private readonly places = new Map<string, number>()

  /** The place of what has this key; `make` is asked for the first of them. */
  placeOf(key: string, make: () => T): number {
    const before = this.places.get(key)
    if (before !== undefined) return before
    const place = this.all.push(make()) - 1
    this.places.set(key, place)
    return place
  }
}

/** What is listed at these places. */
export const listedAt = <T>(list: readonly T[], places: readonly number[]): readonly T[] =>
  places.flatMap((place) => list[place] ?? [])
