import type { Perhaps } from '../perhaps.ts'

/** Whether a pattern with `*` and `?` covers a text. */
function covers(pattern: string, text: string): boolean {
  // Only the last star is ever taken back, so that no pattern can buy more than length times length.
  let [at, of, star, mark] = [0, 0, -1, 0]
  while (of < text.length) {
    if (pattern[at] === '*') {
      star = at++
      mark = of
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[of])) {
      at += 1
      of += 1
    } else if (star >= 0) {
      at = star + 1
      of = ++mark
    } else return false
  }
  while (pattern[at] === '*') at += 1
  return at === pattern.length
}

/** Names of actions do not depend on case. */
export const coversAction = (pattern: string, action: string): boolean =>
  covers(pattern.toLowerCase(), action.toLowerCase())

/** The rest of a pattern depends on who asks: a variable such as `${aws:username}`. */
const isOpen = (resource: string): boolean => resource.includes('${')

/** A kind of resource in one account: `iam`, `user`. Buckets have no type before their name. */
export type Family = { readonly service: string; readonly type: string }

/** Names that nothing but a pattern for all has in common. */
const samples = [
  ['eu-central-1', 'a-0z'],
  ['us-west-2', 'Q/9_b'],
] as const

/**
 * Whether a resource as a statement writes it covers all resources of a family. Nothing: a part of them, except that
 * a denial of a single one leaves all others.
 */
export function reachOf({ service, type }: Family, partition: string, account: string) {
  const named = samples.map(([region, name]) => {
    const place = service === 'iam' || service === 's3' ? '' : region
    return `arn:${partition}:${service}:${place}:${service === 's3' ? '' : account}:${type}${name}`
  })
  return (resource: string, ofDenial: boolean): Perhaps => {
    if (!isOpen(resource) && named.every((one) => covers(resource, one))) return true
    const parts = resource.split(':')
    const [, , ofService = '*'] = parts
    if (parts[0] === 'arn' && !/[*?$]/.test(ofService) && ofService !== service) return false
    const rest = parts.slice(5).join(':')
    const start = rest.slice(0, rest.search(/[*?$]|$/))
    if (parts.length >= 6 && !start.startsWith(type) && !type.startsWith(start)) return false
    return ofDenial && !/[*?$]/.test(resource) ? false : undefined
  }
}

/** Whether a resource as a statement writes it is, or covers, one name. */
export const reachOfOne =
  (name: string) =>
  (resource: string): Perhaps =>
    covers(isOpen(resource) ? resource.replace(/\$\{[^}]*\}?/g, '*') : resource, name)
      ? isOpen(resource)
        ? undefined
        : true
      : false
