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
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonicalJson(item)}`
    return `[${text}]`
  }
  if (value instanceof Canonical) return value.text
  const parts = value as Readonly<Record<string, unknown>>
  for (const key of Object.keys(parts).sort()) {
    const part = parts[key]
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(part)}`
  }
  return `{${text}}`
}
