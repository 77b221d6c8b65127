import { mostConsulted } from './value.ts'

/** The first of a great number of things, by their place among all, and how many there are. */
export class Firsts {
  readonly first: number[] = []
  count = 0

  add(at: number): void {
    this.count++
    let place = this.first.length
    // One more than are looked at, as one of them may be left out.
    if (place > mostConsulted && at > (this.first[place - 1] ?? 0)) return
    while (place > 0 && (this.first[place - 1] ?? 0) > at) place--
    this.first.splice(place, 0, at)
    if (this.first.length > mostConsulted + 1) this.first.pop()
  }
}
