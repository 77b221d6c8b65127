import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { gitlabErrors, junitErrors } from '../render/conforms.ts'

const root = resolve(import.meta.dirname, '../..')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'douane-host-'))
  cpSync(join(root, 'examples/registry'), join(folder, 'registry'), { recursive: true })
  mkdirSync(join(folder, 'engagements'))
  mkdirSync(join(folder, 'bin'))
  // What `npx --package` and pre-commit put on the path.
  writeFileSync(join(folder, 'bin/douane'), `#!/bin/sh\nexec node '${join(root, 'dist/cli.cjs')}' "$@"\n`)
  writeFileSync(join(folder, 'bin/npx'), '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"\n')
  for (const name of ['douane', 'npx']) chmodSync(join(folder, 'bin', name), 0o755)
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string): void =>
  cpSync(join(root, 'examples', name), join(folder, 'engagements', name), { recursive: true })

const shell = (script: string, env: Readonly<Record<string, string>> = {}) =>
  spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, HOME: folder, ...env },
    encoding: 'utf8',
  })

describe('the GitLab job', () => {
  type Job = {
    readonly variables: Readonly<Record<string, string>>
    readonly script: readonly string[]
    readonly artifacts: {
      readonly when: string
      readonly paths: readonly string[]
      readonly reports: { readonly codequality: string; readonly junit: string }
    }
  }
  const path = join(root, 'integrations/gitlab/douane.gitlab-ci.yml')
  const job = (parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Job>>)['.douane']
  if (job === undefined) throw new Error('the template holds no job named .douane')
  const run = () =>
    shell(job.script.join('\n'), { ...job.variables, DOUANE_FLAGS: '--registry registry --as-of 2026-11-22' })

  it('passes, and leaves every artifact that it names', async () => {
    put('brochure-site.yaml')
    const { status, stdout } = run()
    expect(status).toBe(0)
    expect(stdout).toMatch(/^PASS/)
    expect(job.artifacts.when).toBe('always')
    const { codequality, junit } = job.artifacts.reports
    for (const file of [...job.artifacts.paths, codequality, junit])
      expect(readFileSync(join(folder, file)).length).toBeGreaterThan(0)
  })

  it('fails, with the reports that a merge request shows', async () => {
    put('internal-support-desk.yaml')
    expect(run().status).toBe(1)
    const { codequality, junit } = job.artifacts.reports
    const quality = readFileSync(join(folder, codequality), 'utf8')
    expect(gitlabErrors(quality)).toEqual([])
    expect(JSON.parse(quality).length).toBeGreaterThan(0)
    expect(await junitErrors(readFileSync(join(folder, junit), 'utf8'))).toEqual([])
  })

  it('ends with 2 where it could not tell', () => {
    expect(run().status).toBe(2)
  })
})

describe('the pre-commit hooks', () => {
  type Hook = { readonly id: string; readonly entry: string; readonly files: string; readonly language: string }
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[]
  const [changed] = hooks

  it('run the command that the package brings', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly bin: object }
    for (const { entry, language } of hooks) {
      expect(Object.keys(bin)).toContain(entry.split(' ')[0])
      expect(language).toBe('node')
    }
  })

  it('install from the repository: what `npm pack` prints is the name of the package alone', () => {
    const get = spawnSync('npm', ['config', 'get', 'foreground-scripts'], { cwd: root, encoding: 'utf8' })
    expect(get.stdout.trim()).toBe('false')
  })

  it.each([
    ['engagements/portal.yaml', true],
    ['clients/zetel/engagement/portal.yml', true],
    ['engagements/portal.json', true],
    ['docs/engagements.md', false],
    ['my-engagements/portal.yaml', false],
  ])('look at %s: %s', (path, expected) => {
    expect(new RegExp(changed?.files ?? '$.').test(path)).toBe(expected)
  })

  it('check the files that are committed', () => {
    put('brochure-site.yaml')
    put('internal-support-desk.yaml')
    const flags = '--registry registry --as-of 2026-11-22'
    const passing = shell(`${changed?.entry} ${flags} engagements/brochure-site.yaml`)
    expect(passing.status).toBe(0)
    const failing = shell(
      `${changed?.entry} ${flags} engagements/brochure-site.yaml engagements/internal-support-desk.yaml`,
    )
    expect(failing.status).toBe(1)
    expect(failing.stdout).toContain('engagements/internal-support-desk.yaml:121:5')
  })
})
