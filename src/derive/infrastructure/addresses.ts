/** One step of an address: `aws_db_instance`, `main`, `db["eu"]`. */
type Step = { readonly name: string; readonly key?: string }

/** The steps of an address as infrastructure code writes it; points inside an instance key do not part them. */
function stepsOf(address: string): readonly Step[] {
  const steps: Step[] = []
  let start = 0
  let depth = 0
  let quoted = false
  for (let at = 0; at <= address.length; at += 1) {
    const one = address[at]
    if (one === '"' && address[at - 1] !== '\\') quoted = !quoted
    if (!quoted && one === '[') depth += 1
    if (!quoted && one === ']') depth -= 1
    if (at < address.length && (one !== '.' || depth > 0 || quoted)) continue
    steps.push(stepOf(address.slice(start, at)))
    start = at + 1
  }
  return steps
}

function stepOf(text: string): Step {
  const at = text.indexOf('[')
  return at < 0 ? { name: text } : { name: text.slice(0, at), key: text.slice(at) }
}

/** What is looked up: an address, or the module that it stands in, without instance keys. */
const plain = (steps: readonly Step[]): string => steps.map(({ name }) => name).join('.')

/** How many of the first steps name modules: `module.db.module.inner.aws_db_instance.main` has four. */
function modulesIn(steps: readonly Step[]): number {
  let count = 0
  while (count + 2 < steps.length && steps[count]?.name === 'module') count += 2
  return count
}

/** Whether a source names an address: it, or a module around it; with instance keys, or without. */
function covers(source: readonly Step[], address: readonly Step[]): boolean {
  if (source.length > address.length) return false
  return source.every(({ name, key }, at) => {
    const other = address[at]
    return other?.name === name && (key === undefined || key === other.key)
  })
}

/** Finds what was filed under a source that names an address. */
export type SourceIndex<T> = (address: string) => readonly T[]

export function indexSources<T>(entries: readonly (readonly [source: string, value: T])[]): SourceIndex<T> {
  const filed = new Map<string, { readonly steps: readonly Step[]; readonly value: T }[]>()
  for (const [source, value] of entries) {
    const steps = stepsOf(source)
    const key = plain(steps)
    filed.set(key, [...(filed.get(key) ?? []), { steps, value }])
  }
  if (filed.size === 0) return () => []
  return (address) => {
    const steps = stepsOf(address)
    const lengths = [steps.length]
    for (let count = modulesIn(steps); count > 0; count -= 2) lengths.push(count)
    return lengths.flatMap((length) =>
      (filed.get(plain(steps.slice(0, length))) ?? [])
        .filter((one) => covers(one.steps, steps))
        .map(({ value }) => value),
    )
  }
}
