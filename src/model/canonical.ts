/** What was written canonically before, as a part of something else. */
export class Canonical {
  readonly text: string
  constructor(value: unknown) {
    this.text = canonicalJson(value)
  }
}

/**
 * JSON with one spelling for each value: keys in the order of their code units, no spaces. What is digested is written
 * this way, so that the order of keys, comments and YAML or JSON make no difference.
 *
 * The value is plain data, as it was read or will be written; keys without a value are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (value instanceof Canonical) return value.text
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}
