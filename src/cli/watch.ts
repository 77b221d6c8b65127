import { setImmediate as rest, setTimeout as wait } from 'node:timers/promises'
import { later, mayBeHalfWritten, type Watched, watching } from '../batch/watching.ts'
import { listFiles } from '../io/list-files.ts'
import { rememberedFiles } from '../io/remembered-files.ts'
import { readShipped } from '../io/shipped.ts'
import { watchFiles } from '../io/watch-files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Instant } from '../model/instant.ts'
import type { SourceFile } from '../model/location.ts'
import type { Level } from '../model/rule.ts'
import type { Shipped } from '../model/shipped.ts'
import type { Audience } from '../reduce/audiences.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { holdsEngagement, sizeLimit } from './looking.ts'
import { tell } from './problems.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

export type WatchFlags = LibraryFlags & {
  readonly failLevel: Level
  readonly asOf?: Instant
  readonly audience?: Audience
  readonly color: boolean
}

/** What watching takes of the machine besides files: events, and time. */
export type Watching = {
  readonly watchFiles: (
    cwd: string,
    places: readonly string[],
    onSave: () => Promise<void>,
    quiet: number,
  ) => { readonly stop: () => void }
  readonly wait: (milliseconds: number) => Promise<unknown>
  /** Lets events come in. */
  readonly rest: () => Promise<unknown>
  /** Milliseconds since any moment. */
  readonly elapsed: () => number
}

const ofThisMachine: Watching = { watchFiles, wait, rest, elapsed: () => performance.now() }

/** A save is looked at after this long without another, in milliseconds; what cannot be read then, again a little later. */
const pause = 5
const secondLook = 60

/**
 * Before the first save, what was checked is checked again so often, unless all that takes longer than this: code that
 * ran once answers three times as late as code that V8 has optimised.
 */
const rehearsals = 25
const mostRehearsing = 1000

/** `douane watch`: checks again what is saved, and says what changed, until interrupted; the last result counts. */
export async function watch(
  patterns: readonly string[],
  flags: WatchFlags,
  terminal: Terminal,
  machine: Watching = ofThisMachine,
): Promise<Exit> {
  const shipped = readShipped()
  const { check, rehearse } = watching()
  const results = new Map<string, Exit>()
  let closed = false
  let started = false
  // A file that was an engagement stays one while it cannot be read.
  const isEngagement = (file: SourceFile): boolean => results.has(file.path) || holdsEngagement(file)
  const readFile = rememberedFiles(sizeLimit)
  const read = () => inputsOf(patterns, flags, terminal, { shipped, isEngagement, readFile })
  // Editors take a file away before they put the new one in its place, or write it in steps.
  const isWhole = ({ problems, engagements }: Read): boolean =>
    problems.length === 0 && [...results.keys()].every((path) => engagements.some((file) => file.path === path))
  const optionsNow = () => {
    const { failLevel, audience } = flags
    return { asOf: flags.asOf ?? terminal.now(), failLevel, ...(audience === undefined ? {} : { audience }) }
  }
  const look = async (): Promise<void> => {
    const from = machine.elapsed()
    const options = optionsNow()
    let inputs = await read()
    if (started && !isWhole(inputs)) {
      await machine.wait(secondLook)
      inputs = await read()
    }
    if (inputs.problems.length > 0) {
      closed = true
      show({ again: [], gone: [], problems: inputs.problems, sound: false }, inputs.files, from)
      return
    }
    let watched = await check(inputs, options)
    if (started && mayBeHalfWritten(watched)) {
      await machine.wait(secondLook)
      inputs = await read()
      watched = inputs.problems.length > 0 ? watched : later(watched, await check(inputs, options))
    }
    closed = !watched.sound
    for (const { file, problems, passed } of watched.again) {
      results.set(file.path, problems.length > 0 ? exit.unable : passed ? exit.pass : exit.fail)
    }
    for (const path of watched.gone) results.delete(path)
    if (watched.again.length + watched.gone.length + watched.problems.length > 0) show(watched, inputs.files, from)
  }
  const show = ({ again, gone, problems }: Watched, files: readonly SourceFile[], from: number): void => {
    if (started && terminal.stdout.isTTY === true) terminal.stdout.write('\u001b[2J\u001b[3J\u001b[H')
    const time = new Date(terminal.now()).toTimeString().slice(0, 8)
    const texts = again.map(({ text }) => text).join('')
    const left = gone.map((path) => `  - ${path} is no longer there\n`).join('')
    const took = Math.round(machine.elapsed() - from)
    terminal.stdout.write(`${time}  ${again.length} checked in ${took} ms\n${texts}${left}`)
    const wrong = [...problems, ...again.flatMap((one) => one.problems)]
    tell(wrong, [...files, ...again.map(({ file }) => file)], { json: false, color: flags.color }, terminal)
  }
  const start = machine.elapsed()
  await look()
  const isQuick = machine.elapsed() - start < mostRehearsing
  started = true
  const inputs = await read()
  terminal.stderr.write('Waiting for changes. Ctrl+C ends.\n')
  const again = (): Promise<boolean> => (isQuick ? rehearse(optionsNow()) : Promise.resolve(false))
  await saves([...patterns, ...flags.rules, ...flags.registry, ...inputs.places], look, again, { terminal, machine })
  return closed || results.size === 0 ? exit.unable : (Math.max(...results.values()) as Exit)
}

/** Calls back after each save, one after the other, until interrupted; rehearses before the first one. */
function saves(
  places: readonly string[],
  look: () => Promise<void>,
  rehearse: () => Promise<boolean>,
  { terminal, machine }: { readonly terminal: Terminal; readonly machine: Watching },
): Promise<void> {
  let running = Promise.resolve()
  let isIdle = true
  let watching: ReturnType<Watching['watchFiles']> | undefined
  return new Promise<void>((resolve, reject) => {
    const saved = (): Promise<void> => {
      running = running.then(look)
      running.catch(reject)
      return running
    }
    const onSave = (): Promise<void> => {
      isIdle = false
      return saved()
    }
    watching = machine.watchFiles(terminal.cwd, places, onSave, pause)
    // What was saved between the first check and now would otherwise be missed.
    saved()
      .then(() => rehearsed(rehearse, machine, () => isIdle))
      .catch(reject)
    terminal.onInterrupt?.(resolve)
  })
    .then(() => {
      isIdle = false
      return running
    })
    .finally(() => watching?.stop())
}

/** Until it was done often enough, it takes too long, or there is something else to do. */
async function rehearsed(
  rehearse: () => Promise<boolean>,
  { rest, elapsed }: Watching,
  isIdle: () => boolean,
): Promise<void> {
  const from = elapsed()
  for (let round = 0; round < rehearsals; round += 1) {
    await rest()
    if (!isIdle() || elapsed() - from > mostRehearsing || !(await rehearse())) return
  }
}

type Read = {
  readonly sources: Awaited<ReturnType<typeof readInputs>>['sources']
  readonly engagements: readonly SourceFile[]
  readonly files: readonly SourceFile[]
  readonly problems: readonly Diagnostic[]
  /** Where else a save may matter. */
  readonly places: readonly string[]
}

type Reading = {
  readonly shipped: Shipped
  readonly isEngagement: (file: SourceFile) => boolean
  readonly readFile: ReturnType<typeof rememberedFiles>
}

async function inputsOf(
  patterns: readonly string[],
  flags: WatchFlags,
  terminal: Terminal,
  { shipped, isEngagement, readFile }: Reading,
): Promise<Read> {
  const library = await readInputs(undefined, { ...flags, elsewhere: true }, terminal, 'stdin', shipped)
  const listed = await listFiles(patterns, terminal.cwd)
  const { config, rules, registry, waivers = [], baseline } = library.sources
  const exceptions = [...waivers, ...(baseline === undefined ? [] : [baseline])]
  const others = new Set([...exceptions, ...(config === undefined ? [] : [config])].map(({ path }) => path))
  const read = (listed.ok ? listed.value : []).filter(({ shown }) => !others.has(shown)).map(readFile)
  const files = read.flatMap((one) => (one.ok ? [one.value] : []))
  const own = new Set(files.map(({ path }) => path))
  return {
    sources: {
      ...library.sources,
      files: files.filter((file) => !isEngagement(file)),
      registry: registry.filter(({ path }) => !own.has(path)),
    },
    engagements: files.filter(isEngagement),
    files: library.files,
    problems: [
      ...library.problems,
      ...(listed.ok ? [] : listed.problems),
      ...read.flatMap((one) => (one.ok ? [] : one.problems)),
    ],
    places: [config, ...rules, ...registry, ...exceptions].flatMap((file) =>
      file === undefined || file.path.startsWith('npm:') ? [] : [file.path],
    ),
  }
}
