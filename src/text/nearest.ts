import { distance } from 'fastest-levenshtein'
import { shortened } from './harmless.ts'

/** Longer names and lists are not compared, so that a hostile input cannot buy time. */
const longestName = 80
const mostCandidates = 5000

/** Lists up to this long are shown whole in a hint. */
const fewNames = 20

/**
 * The candidate that was probably meant, or nothing where none is near.
 *
 * Near: the same but for case and punctuation; or at most two letters in five different; or the start of exactly one
 * candidate (three letters or more). Of equally near ones, the one that begins alike; then the first by code unit.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length === 0 || name.length > longestName) return undefined
  const plain = plainForm(name)
  let best: string | undefined
  // At least one letter has to be right.
  let bestDistance = Math.min(Math.max(1, Math.floor(plain.length * 0.4)), plain.length - 1) + 1
  const begun: string[] = []
  let count = 0
  for (const candidate of candidates) {
    count += 1
    if (count > mostCandidates) break
    if (candidate === name || candidate.length > longestName) continue
    const form = plainForm(candidate)
    if (plain.length >= 3 && form.startsWith(plain)) begun.push(candidate)
    if (Math.abs(form.length - plain.length) > bestDistance) continue
    const far = distance(plain, form)
    if (far < bestDistance || (far === bestDistance && best !== undefined && isBefore(name, candidate, best))) {
      best = candidate
      bestDistance = far
    }
  }
  return best ?? (begun.length === 1 ? begun[0] : undefined)
}

/** The hint for a name that is not one of `candidates`: the one that was meant, or all of them where they are few. */
export function suggest(name: string, candidates: Iterable<string>): string {
  const all = [...candidates]
  const meant = nearest(name, all)
  if (meant !== undefined) return `Did you mean "${shortened(meant)}"?`
  if (all.length === 0) return 'Remove it.'
  if (all.length <= fewNames) return `Use ${oneOf(all)}.`
  return `There are ${all.length} to choose from; none is near.`
}

/** `"a"`, `"a" or "b"`, `one of "a", "b", "c"`. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `"${shortened(name)}"`)
  return quoted.length <= 2 ? quoted.join(' or ') : `one of ${quoted.join(', ')}`
}

function isBefore(name: string, candidate: string, best: string): boolean {
  const difference = sharedStart(name, candidate) - sharedStart(name, best)
  return difference > 0 || (difference === 0 && candidate < best)
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

function plainForm(name: string): string {
  const form = name.toLowerCase().replace(/[\s_.-]/g, '')
  return form === '' ? name : form
}
