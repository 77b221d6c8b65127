/**
 * The value without the keys that are null: a key without a value states nothing, as if it were not there. Positions in
 * lists stay, so that pointers do. What holds no null is the same object.
 */
export function withoutNulls(value: unknown): unknown {
  return holdsNull(value) ? stripped(value) : value
}

/** Few documents have one. */
function holdsNull(value: unknown): boolean {
  if (typeof value !== 'object') return false
  if (value === null) return true
  if (Array.isArray(value)) return value.some(holdsNull)
  for (const key in value) if (holdsNull((value as Record<string, unknown>)[key])) return true
  return false
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(stripped)
    return items.every((item, place) => item === value[place]) ? value : Object.freeze(items)
  }
  if (typeof value !== 'object' || value === null) return value
  const before = Object.entries(value)
  const after = before.filter(([, part]) => part !== null).map(([key, part]) => [key, stripped(part)] as const)
  const same = after.length === before.length && after.every(([, part], place) => part === before[place]?.[1])
  return same ? value : Object.freeze(Object.fromEntries(after))
}
