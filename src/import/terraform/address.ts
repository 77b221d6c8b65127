/** The key of one instance of a resource or module: of `count` or of `for_each`. */
export type Key = string | number

/** A step of an address: `module.network["eu"]` is the name `network` with the key `eu`. */
export type Step = { readonly name: string; readonly key: Key | undefined }

export type Address = {
  /** The modules that it is in, from the root. */
  readonly modules: readonly Step[]
  /** `aws_s3_bucket.logs`, or `data.aws_ami.base`: what is left, without a key. */
  readonly block: string
  readonly key: Key | undefined
}

/** Takes an address of a plan apart: `module.a["x"].aws_s3_bucket.logs[0]`. */
export function parseAddress(address: string): Address {
  const steps = stepsOf(address)
  const modules: Step[] = []
  let at = 0
  while (steps[at]?.name === 'module' && steps[at + 1] !== undefined) {
    modules.push(steps[at + 1] as Step)
    at += 2
  }
  const rest = steps.slice(at)
  return { modules, block: rest.map(({ name }) => name).join('.'), key: rest.at(-1)?.key }
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

/** The path of modules without keys, by which the configuration has them: `module.a.module.b`; empty for the root. */
export const modulePath = (modules: readonly Step[]): string => modules.map(({ name }) => `module.${name}`).join('.')

/** Whether a reference is the beginning of another: `a.b` of `a.b[0].c`, and not of `a.bc`. */
export const isBeginning = (one: string, of: string): boolean =>
  of.startsWith(one) && (of[one.length] === '.' || of[one.length] === '[')
