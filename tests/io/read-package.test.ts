import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPackage } from '../../src/io/read-package.ts'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'douane-package-')))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const manifest = (douane?: unknown): void =>
  write(
    'node_modules/@firm/promises/package.json',
    JSON.stringify({ exports: {}, ...(douane === undefined ? {} : { douane }) }),
  )

const read = (from = '', name = '@firm/promises') => readPackage(join(folder, from), name, 'rules')

describe('readPackage', () => {
  it('reads YAML and JSON of the folder by default, from any folder below', async () => {
    manifest()
    write('node_modules/@firm/promises/rules/b.yaml', 'b')
    write('node_modules/@firm/promises/rules/a/a.json', 'a')
    write('node_modules/@firm/promises/rules/run.js', 'no')
    mkdirSync(join(folder, 'deep/er'), { recursive: true })
    const result = await read('deep/er')
    expect(result.ok && result.value.map(({ path }) => path)).toEqual([
      'npm:@firm/promises/rules/a/a.json',
      'npm:@firm/promises/rules/b.yaml',
    ])
  })

  it('reads the folder that the package names', async () => {
    manifest({ rules: './lib/promises' })
    write('node_modules/@firm/promises/lib/promises/a.yaml', 'a')
    expect(await read()).toMatchObject({ ok: true, value: [{ path: 'npm:@firm/promises/lib/promises/a.yaml' }] })
  })

  it('reads a package that is a link, as workspaces have it', async () => {
    write('packages/promises/package.json', '{}')
    write('packages/promises/rules/a.yaml', 'a')
    mkdirSync(join(folder, 'node_modules/@firm'), { recursive: true })
    symlinkSync(join(folder, 'packages/promises'), join(folder, 'node_modules/@firm/promises'))
    expect(await read()).toMatchObject({ ok: true, value: [{ path: 'npm:@firm/promises/rules/a.yaml' }] })
  })

  it.each(['..', '../../..', '/', 'rules/../..'])('reads nothing outside of the package: %s', async (rules) => {
    manifest({ rules })
    write('node_modules/@firm/promises/rules/a.yaml', 'a')
    write('secret.yaml', 'secret')
    const message = expect.stringContaining('leads out of the package')
    expect(await read()).toMatchObject({ ok: false, problems: [{ code: 'FILE_UNREADABLE', message }] })
  })

  it('reads no link that leads out of the package, and says so', async () => {
    manifest()
    write('secret.yaml', 'secret')
    write('node_modules/@firm/promises/rules/a.yaml', 'a')
    symlinkSync(join(folder, 'secret.yaml'), join(folder, 'node_modules/@firm/promises/rules/link.yaml'))
    const at = expect.objectContaining({ file: 'npm:@firm/promises/rules/link.yaml' })
    expect(await read()).toMatchObject({ ok: false, problems: [{ code: 'FILE_UNREADABLE', at }] })
  })

  it('reads no folder that is a link out of the package', async () => {
    manifest()
    write('outside/secret.yaml', 'secret')
    symlinkSync(join(folder, 'outside'), join(folder, 'node_modules/@firm/promises/rules'))
    expect(await read()).toMatchObject({ ok: false, problems: [{ code: 'FILE_UNREADABLE' }] })
  })

  it.each([
    ['not JSON', '{', 'is not JSON'],
    ['another type', '{ "douane": { "rules": 1 } }', '"douane.rules" is 1'],
  ])('says what is wrong with a package.json: %s', async (_, text, message) => {
    write('node_modules/@firm/promises/package.json', text)
    const at = expect.objectContaining({ file: 'npm:@firm/promises/package.json' })
    expect(await read()).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining(message), at }] })
  })

  it.each(['../promises', 'a/b', '@firm', 'a b', '', 'node:fs'])('takes no name that is none: %s', async (name) => {
    expect(await read('', name)).toMatchObject({ ok: false, problems: [{ code: 'FORMAT_INVALID' }] })
  })

  it.each(['fs', 'not-there', '..'])('finds nothing that is not installed: %s', async (name) => {
    expect((await read('', name)).ok).toBe(false)
  })
})
