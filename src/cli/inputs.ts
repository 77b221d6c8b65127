import { readFiles } from '../io/read-files.ts'
import { readShipped } from '../io/shipped.ts'
import type { Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { type ConfigFlag, readConfig } from './config.ts'
import type { Terminal } from './terminal.ts'

export type LibraryFlags = {
  readonly rules: readonly string[]
  readonly registry: readonly string[]
  readonly config?: ConfigFlag
  readonly waivers?: readonly string[]
  readonly baseline?: string
  /** Files of other tools, for what is to be checked. */
  readonly plan?: readonly string[]
  readonly evidence?: readonly string[]
  /** Lists of the configuration that the flags stand in for. */
  readonly instead?: readonly ('rules' | 'registry')[]
  /** What is to be checked is read elsewhere: waivers are read here all the same. */
  readonly elsewhere?: true
}

export type Inputs = {
  readonly sources: Sources
  /** Everything that was read, for code frames. */
  readonly files: readonly SourceFile[]
  readonly problems: readonly Diagnostic[]
}

/** Reads all that a command names, and what the product ships with; every file that cannot be read is reported. */
export async function readInputs(
  patterns: readonly string[] | undefined,
  flags: LibraryFlags,
  terminal: Pick<Terminal, 'cwd' | 'stdin'>,
  stdinFilename = 'stdin',
  shipped = readShipped(),
): Promise<Inputs> {
  const { cwd } = terminal
  // Who only looks something up has no use for waivers.
  const looksUp = patterns === undefined && flags.elsewhere !== true
  const leaveOut = [...(flags.instead ?? []), ...(looksUp ? (['waivers'] as const) : [])]
  const config = await readConfig(flags.config, cwd, leaveOut)
  const imports = patterns === undefined ? undefined : await importsOf(flags, cwd)
  const options = {
    cwd,
    stdinFilename,
    get stdin() {
      return terminal.stdin
    },
  }
  const read = async (names: readonly string[]) => readFiles(names, options)
  const nothing = { ok: true, value: [] } as const
  const results = [
    patterns === undefined ? nothing : await read(patterns),
    flags.rules.length === 0 ? nothing : await read(flags.rules),
    flags.registry.length === 0 ? nothing : await read(flags.registry),
    flags.waivers === undefined || flags.waivers.length === 0 ? nothing : await read(flags.waivers),
    flags.baseline === undefined ? nothing : await read([flags.baseline]),
  ] as const
  const [given = [], givenRules = [], givenRegistry = [], givenWaivers = [], [baseline] = []] = results.map((result) =>
    result.ok ? result.value : [],
  )
  const settings = config.file === undefined ? [] : [config.file]
  // A file that is named twice is read once: what is to be checked may bring registry documents as well.
  const waivers = [...givenWaivers, ...without(config.waivers, givenWaivers)]
  const exceptions = [...waivers, ...(baseline === undefined ? [] : [baseline])]
  const files = without(given, [...settings, ...exceptions])
  const rules = [...givenRules, ...without(config.rules, givenRules)]
  const registry = without([...givenRegistry, ...without(config.registry, givenRegistry)], [...files, ...settings])
  const written = !('digest' in shipped) ? shipped.files.filter((file): file is SourceFile => 'bytes' in file) : []
  return {
    sources: {
      files,
      shipped,
      rules,
      registry,
      waivers,
      ...(config.file === undefined ? {} : { config: config.file }),
      ...(baseline === undefined ? {} : { baseline }),
      ...imports?.found,
    },
    files: [...settings, ...files, ...exceptions, ...rules, ...registry, ...written],
    problems: [
      ...config.problems,
      ...results.flatMap((result) => (result.ok ? [] : result.problems)),
      ...(imports?.problems ?? []),
    ],
  }
}

/** Importers are loaded only where a file is given for them. */
async function importsOf(flags: LibraryFlags, cwd: string) {
  if ((flags.plan ?? []).length + (flags.evidence ?? []).length === 0) return undefined
  const { readImports } = await import('./imports.ts')
  return readImports(flags, cwd)
}

function without(files: readonly SourceFile[], others: readonly SourceFile[]): readonly SourceFile[] {
  const paths = new Set(others.map(({ path }) => path))
  return files.filter(({ path }) => !paths.has(path))
}
