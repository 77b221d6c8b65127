/** The key of one instance of a resource or module: of `count` or of `for_each`. */
export type Key = string | number

/** A step of an address: `module.network["eu"]` is the name `network` with the key `eu`. */
export type Step = { readonly name: string; readonly key: Key | undefined }

/** Modules around a resource, from the root; `path` is without keys, as the configuration has them. */
export type Modules = { readonly steps: readonly Step[]; readonly path: string }

export type Address = {
  readonly modules: Modules
  /** `aws_s3_bucket.logs`, or `data.aws_ami.base`: what is left, without a key. */
  readonly block: string
  readonly key: Key | undefined
}

/** Takes an address of a plan apart: `module.a["x"].aws_s3_bucket.logs[0]`. What `known` has of its modules is taken. */
export function parseAddress(address: string, known: Map<string, Modules> = new Map()): Address {
  const length = prefixLength(address)
  const prefix = address.slice(0, length)
  const modules = known.get(prefix) ?? modulesOf(stepsOf(prefix).filter((_, at) => at % 2 === 1))
  known.set(prefix, modules)
  const rest = address.slice(length)
  const bracket = rest.indexOf('[')
  if (bracket < 0) return { modules, block: rest, key: undefined }
  return { modules, block: rest.slice(0, bracket), key: stepsOf(rest.slice(bracket - 1))[0]?.key }
}

export const modulesOf = (steps: readonly Step[]): Modules => ({
  steps,
  path: steps.map(({ name }) => `module.${name}`).join('.'),
})

/** How much of an address is about modules. */
function prefixLength(address: string): number {
  const module = /module\.[^.[\]]+(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?\./y
  let length = 0
  while (module.test(address)) length = module.lastIndex
  return length
}

/** The parts of an address or of a reference; those after a key in brackets begin anew: `a[0].b` is `a` with 0, then `b`. */
export function stepsOf(text: string): readonly Step[] {
  const steps: { name: string; key: Key | undefined }[] = []
  const part = /\.?([^.[\]]+)|\[("(?:[^"\\]|\\.)*"|[^\]]*)\]/gy
  for (let found = part.exec(text); found !== null; found = part.exec(text)) {
    const [, name, key] = found
    if (name !== undefined) steps.push({ name, key: undefined })
    else if (key !== undefined) addKey(steps, keyOf(key))
  }
  return steps
}

/** A second key in brackets (`a["x"][0]`) is a step of its own, without a name. */
function addKey(steps: { name: string; key: Key | undefined }[], key: Key): void {
  const last = steps.at(-1)
  if (last === undefined || last.key !== undefined) steps.push({ name: '', key })
  else last.key = key
}

function keyOf(text: string): Key {
  if (!text.startsWith('"')) return /^\d+$/.test(text) ? Number(text) : text
  try {
    return JSON.parse(text) as string
  } catch {
    return text.slice(1, -1)
  }
}

/** Whether a reference is the beginning of another: `a.b` of `a.b[0].c`, and not of `a.bc`. */
export const isBeginning = (one: string, of: string): boolean =>
  of.startsWith(one) && (of[one.length] === '.' || of[one.length] === '[')
