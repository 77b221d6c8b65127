import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { commandOptions, entryOf, partingOf } from '../../tools/parts.ts'

const root = resolve(import.meta.dirname, '../..')

it('a check loads what it needs in one script, and not what others need', async () => {
  const parting = await partingOf(commandOptions(root))
  const { modules, partOf } = parting
  const inCheck = modules.filter((module) => partOf(module) === 'check')
  expect(inCheck).toEqual(
    expect.arrayContaining(['src/cli/main.ts', 'src/cli/check.ts', 'src/derive/index.ts', 'src/render/text/index.ts']),
  )
  const heavy = inCheck.filter((module) =>
    /^(node_modules\/(?!commander)|build\/validators|src\/(import|author)\/)/.test(module),
  )
  expect(heavy.filter((module) => !module.startsWith('node_modules/fastest-levenshtein/'))).toEqual([])
  expect(modules.filter((module) => partOf(module) === 'yaml')).toContain('src/load/read-yaml.ts')
  // What is in the script of a check starts with it; the rest waits until it is asked for.
  expect(entryOf('check', parting)).toContain('import "./src/cli/main.ts"')
  expect(entryOf('portfolio', parting)).toContain('"src/cli/portfolio.ts": () => require("./src/cli/portfolio.ts")')
})

it('the built command takes its parts together', () => {
  const input = 'apiVersion: douane/v1\nkind: Engagement\nid: [a]\n'
  const run = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), 'check', '-', '-f', 'sarif'], {
    input,
    encoding: 'utf8',
  })
  expect(run.stdout).toBe('')
  expect(run.stderr).toContain('error TYPE_MISMATCH')
  expect(run.stderr).toContain('stdin:3:5')
  expect(run.status).toBe(2)
})
