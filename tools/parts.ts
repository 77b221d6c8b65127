import { join, relative } from 'node:path'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { compiledFacts } from './compiled-facts.ts'
import { yamlWhenCalled } from './yaml-when-called.ts'

/** The scripts of the command, each with a code cache of its own. */
export const parts = ['check', 'yaml', 'portfolio', 'rest'] as const
export type Part = (typeof parts)[number]

export const bundling = (root: string) =>
  ({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    legalComments: 'linked',
    logLevel: 'warning',
    // 1.6 MB, for maps of the data alone: it stays in its package, and is read from there when a map is drawn.
    external: ['elkjs/lib/elk.bundled.js'],
    // The reader of YAML asks the environment at every token whether to print it to standard output.
    alias: { process: join(root, 'tools/nothing-of-process.ts') },
  }) satisfies BuildOptions

export const commandOptions = (root: string) =>
  ({
    ...bundling(root),
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    // commander asks for it at once and uses it for commands in files of their own, of which there are none: 10 ms.
    alias: {
      ...bundling(root).alias,
      'node:child_process': join(root, 'tools/no-child-process.ts'),
      'node:crypto': join(root, 'tools/crypto-when-called.ts'),
      'node:module': join(root, 'tools/module-when-called.ts'),
    },
    plugins: [compiledFacts, yamlWhenCalled],
  }) satisfies BuildOptions

/** What a check in text or JSON loads in any case, besides what the command line imports at once. */
const checked: ReadonlySet<string> = new Set([
  'src/cli/check.ts',
  'src/cli/commands/index.ts',
  'src/render/text/index.ts',
  'src/render/json.ts',
])

const first = 'src/cli/main.ts'
const portfolio = 'src/cli/portfolio.ts'

/** Loaded where it is first called, although its importer needs the answer at once. */
const yaml = 'src/load/read-yaml.ts'
const whenCalled = { path: yaml, exports: ['readYaml'] } as const

type Imports = Metafile['inputs'][string]['imports']

/** Which part each module belongs to, and which modules a part has to hand to others. */
type Parting = {
  readonly modules: readonly string[]
  readonly partOf: (module: string) => Part
  /** Module by module, the names that it exports; none for CommonJS, which is handed over whole. */
  readonly shared: ReadonlyMap<Part, ReadonlyMap<string, readonly string[] | undefined>>
}

/**
 * Divides the modules of the command. Each is in one part only: were it in two, what it remembers would be there twice.
 */
export async function partingOf(options: BuildOptions): Promise<Parting> {
  const whole = { ...options, write: false, metafile: true } as const
  const { metafile } = await build({ ...whole, entryPoints: [first], outfile: 'all.cjs', format: 'cjs' })
  const importsOf = (module: string): Imports =>
    (metafile.inputs[module]?.imports ?? []).filter(({ path, external }) => !external && path in metafile.inputs)
  const reached = (roots: readonly string[], follows: (one: Imports[number]) => boolean): ReadonlySet<string> => {
    const found = new Set<string>()
    const open = [...roots]
    for (let module = open.pop(); module !== undefined; module = open.pop()) {
      if (found.has(module)) continue
      found.add(module)
      open.push(...importsOf(module).flatMap((one) => (follows(one) ? [one.path] : [])))
    }
    return found
  }
  const isStatic = ({ kind }: Imports[number]): boolean => kind !== 'dynamic-import'
  const forCheck = reached([first], (one) => one.path !== yaml && (isStatic(one) || checked.has(one.path)))
  const forYaml = reached([yaml], isStatic)
  const forPortfolio = reached([portfolio], isStatic)
  const reaching = { check: forCheck, yaml: forYaml, portfolio: forPortfolio, rest: new Set() }
  const partOf = (module: string): Part => parts.find((part) => reaching[part].has(module)) ?? 'rest'

  const shared = new Map<Part, Map<string, readonly string[] | undefined>>()
  const crossed = new Set<string>()
  for (const module of Object.keys(metafile.inputs)) {
    for (const { path } of importsOf(module)) if (partOf(path) !== partOf(module)) crossed.add(path)
  }
  const isModule = (module: string): boolean => metafile.inputs[module]?.format === 'esm'
  const exported = await exportsOf([...crossed].filter(isModule), options)
  for (const module of [...crossed].sort()) {
    const part = partOf(module)
    shared.set(part, (shared.get(part) ?? new Map()).set(module, exported.get(module)))
  }
  return { modules: Object.keys(metafile.inputs), partOf, shared }
}

async function exportsOf(
  modules: readonly string[],
  options: BuildOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    ...options,
    entryPoints: [...modules],
    outdir: 'exports',
    outbase: '.',
    format: 'esm',
    splitting: true,
    write: false,
    metafile: true,
  })
  const outputs = Object.values(metafile.outputs).flatMap(({ entryPoint, exports }) =>
    entryPoint === undefined ? [] : [[entryPoint, exports] as const],
  )
  return new Map(outputs)
}

/** The entry of a part: what it hands to others, and for the first one the start of the program. */
export function entryOf(part: Part, { shared }: Parting): string {
  const modules = [...(shared.get(part) ?? [])]
  const atOnce = part === 'check'
  const lines = modules.map(([module, names], index) => {
    const from = JSON.stringify(`./${module}`)
    // What a check does not reach runs when it is asked for.
    if (names === undefined || !atOnce) return { imports: '', entry: `() => require(${from})` }
    const named = names.map((name) => [name, `m${index}_${name}`] as const)
    return {
      imports: `import { ${named.map(([name, local]) => `${name} as ${local}`).join(', ')} } from ${from}`,
      entry: `() => ({ ${named.map(([name, local]) => `${name}: ${local}`).join(', ')} })`,
    }
  })
  return [
    ...lines.map(({ imports }) => imports),
    `export const shared = { ${modules.map(([module], index) => `${JSON.stringify(module)}: ${lines[index]?.entry}`).join(', ')} }`,
    ...(atOnce ? [`import ${JSON.stringify(`./${first}`)}`] : []),
  ].join('\n')
}

/** The bundler tells by the ending whether a file is CommonJS. */
const asModule = (module: string): boolean => module === whenCalled.path

const asked = (module: string, part: Part): string =>
  `partOf(${JSON.stringify(part)}).shared[${JSON.stringify(module)}]()`

/** Within the script of one part, has modules of another be asked of that one. */
export function othersOf(part: Part, { partOf }: Parting, root: string): Plugin {
  const seen = Symbol('resolved before')
  return {
    name: 'parts',
    setup(building) {
      building.onResolve({ filter: /.*/ }, async ({ path, pluginData, ...args }) => {
        if (pluginData === seen || args.kind === 'entry-point') return undefined
        const found = await building.resolve(path, { ...args, pluginData: seen })
        if (found.external || found.errors.length > 0 || found.namespace !== 'file') return found
        const module = relative(root, found.path).replaceAll('\\', '/')
        return partOf(module) === part
          ? found
          : { pluginData: module, path: `${module}.${asModule(module) ? 'js' : 'cjs'}`, namespace: 'another-part' }
      })
      building.onLoad({ filter: /.*/, namespace: 'another-part' }, ({ pluginData: path }) => {
        const from = asked(path, partOf(path))
        const contents = asModule(path)
          ? whenCalled.exports.map((name) => `export const ${name} = (...args) => ${from}.${name}(...args)`).join('\n')
          : `module.exports = ${from}`
        return { contents, loader: 'js' }
      })
    },
  }
}
