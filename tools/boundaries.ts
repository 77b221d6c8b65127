/** `npm run boundaries`: which imports of src/ go where they must not. The bans are in .dependency-cruiser.mjs. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ambientUses } from './ambient.ts'

export type Crossing = { readonly ban: string; readonly from: string; readonly to: string; readonly why: string }
export type Boundaries = { readonly modules: number; readonly crossings: readonly Crossing[] }

type Cruise = {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string }
    }[]
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment?: string }[] }
  }
}

const project = dirname(import.meta.dirname)

/** Reads the src/ below `root`, by the bans of this project. */
export function boundariesOf(root: string): Boundaries {
  const cruise = cruiseOf(root)
  const why = new Map(cruise.summary.ruleSetUsed.forbidden.map((ban) => [ban.name, ban.comment ?? '']))
  const sources = cruise.modules.map((module) => module.source).filter((source) => source.startsWith('src/'))
  const imports = cruise.summary.violations.map(({ rule, from, to }) => ({
    ban: rule.name,
    from,
    to,
    why: why.get(rule.name) ?? '',
  }))
  const ambient = sources
    .filter((source) => !/^src\/(io|cli|render\/html\/page)\//.test(source))
    .flatMap((source) =>
      ambientUses(source, readFileSync(join(root, source), 'utf8')).map((use) => ({
        ban: 'no-ambient-machine',
        from: `${source}:${use.line}`,
        to: use.what,
        why: use.why,
      })),
    )
  return { modules: sources.length, crossings: [...imports, ...ambient] }
}

function cruiseOf(root: string): Cruise {
  const command = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = join(project, '.dependency-cruiser.mjs')
  const json = execFileSync(process.execPath, [command, 'src', '--config', config, '--output-type', 'json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return JSON.parse(json) as Cruise
}

function main(): number {
  if (!existsSync(join(project, 'src'))) {
    console.error('boundaries: there is no src/')
    return 1
  }
  const { modules, crossings } = boundariesOf(project)
  for (const { ban, from, to, why } of crossings) console.error(`${ban}: ${from} -> ${to}\n    ${why}`)
  // A cruiser that cannot parse TypeScript finds no modules and reports success.
  if (modules === 0) console.error('boundaries: no modules were found, so nothing was checked')
  console.log(`boundaries: ${modules} modules, ${crossings.length} crossings`)
  return modules === 0 || crossings.length > 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) process.exitCode = main()
