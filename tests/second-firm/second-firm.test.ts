import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readInputs } from '../../src/cli/inputs.ts'
import { run } from '../../src/cli/run.ts'
import { decide } from '../../src/evaluate/reference.ts'
import { parseFile } from '../../src/load/parse.ts'
import { loadRuleTests } from '../../src/load/rules/index.ts'
import { loadLibrary } from '../../src/load/workspace.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import type { Report } from '../../src/model/generated/report.ts'

const folder = mkdtempSync(join(tmpdir(), 'douane-firm-'))
const cwd = join(folder, 'project')

/** The package as npm packs and installs it. */
beforeAll(() => {
  cpSync(join(import.meta.dirname, 'project'), cwd, { recursive: true })
  const from = join(import.meta.dirname, 'package')
  const flags = ['--offline', '--install-links', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts']
  const { status, stderr } = spawnSync('npm', ['install', ...flags, from], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

async function douane(args: readonly string[], stdin = '') {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const exit = await run(args, {
    cwd,
    env: {},
    stdin: stream(stdin),
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
    now: () => Date.UTC(2026, 10, 22),
  })
  return { exit, stdout: stdout.join(''), stderr: stderr.join('') }
}

async function* stream(text: string): AsyncIterable<string> {
  yield text
}

const reports = new Map<string, Promise<Report>>()

async function reportOf(name: string): Promise<Report> {
  const known = reports.get(name) ?? checked(name)
  reports.set(name, known)
  return known
}

async function checked(name: string): Promise<Report> {
  const { stdout, stderr } = await douane(['check', `engagements/${name}.yaml`, '-f', 'json'])
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Report
}

const failing = ({ findings }: Report) => findings.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule)

describe('another firm', () => {
  it('passes by the law and its own promises, and the headline is not partial', async () => {
    const report = await reportOf('stock')
    expect(report.verdict).toMatchObject({ result: 'pass', headline: 'PASS', packsLeftOut: [] })
    expect(report.verdict.packs).toEqual(expect.arrayContaining(['keeping-house', 'transfers']))
    expect(report.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['keeping-house/hosted-in-eea', 'keeping-house/administrators-cannot-be-phished']),
    )
    expect(report.engagement.firm).toBe('Dijkhuis Webwerk (fictional)')
  })

  it('fails by its own promise alone', async () => {
    const report = await reportOf('stock-overseas')
    expect(failing(report)).toEqual(['keeping-house/hosted-in-eea'])
    expect(report.verdict.result).toBe('fail')
  })

  it('is bound by the law as every firm is', async () => {
    expect(failing(await reportOf('customers-overseas'))).toContain('transfers/chapter-v-ground')
  })

  it('is bound by no promise of the shipped firm, whichever packs ship, and is not told of that firm', async () => {
    const report = await reportOf('stock')
    const foreign = report.rules.filter(({ basis, pack }) => basis !== 'law' && pack !== 'keeping-house')
    expect(foreign).toEqual([])
    expect(JSON.stringify(report)).not.toMatch(/imageplus/i)
  })

  it('shows an auditor what it changed, and why', async () => {
    const { configuration, digests, rules } = await reportOf('stock')
    expect(configuration).toMatchObject({ file: 'douane.config.yaml', firm: 'dijkhuis' })
    expect(configuration.packs).toContainEqual(
      expect.objectContaining({ id: 'access', counts: 'nothing', partial: false, basis: 'firm' }),
    )
    expect(configuration.levels).toMatchObject([
      {
        rule: 'keeping-house/administrators-cannot-be-phished',
        from: 'warning',
        to: 'error',
        reason: 'Promised to this client in writing.',
        at: { file: 'douane.config.yaml' },
      },
    ])
    expect(digests.config).toMatch(/^[0-9a-f]{64}$/)
    expect(rules.find(({ id }) => id === configuration.levels[0]?.rule)?.level).toBe('error')
  })

  it('has its rules and its registry listed', async () => {
    expect((await douane(['list', 'packs'])).stdout).toMatch(/^keeping-house +firm +all +2 of 2 /m)
    expect((await douane(['list', 'providers'])).stdout).toContain('duinhost')
    expect((await douane(['list', 'rules'])).stdout).not.toMatch(/^access\//m)
  })

  it('tests its rules as the shipped ones are tested', async () => {
    const flags = { rules: [], registry: [] }
    const { sources } = await readInputs(undefined, flags, { cwd, stdin: stream('') })
    const library = await loadLibrary(sources)
    if (!library.ok) throw new Error(JSON.stringify(library.problems))
    const documents = sources.rules.flatMap((file) => {
      const parsed = parseFile(file)
      return parsed.ok ? parsed.value : []
    })
    const tests = loadRuleTests(documents, library.value.packs, factCatalogue)
    if (!tests.ok) throw new Error(JSON.stringify(tests.problems))
    expect(tests.value).toHaveLength(2)
    for (const { rule, cases } of tests.value) {
      for (const { facts, expect: wanted, asOf, name } of cases) {
        const subject = { kind: rule.subject, id: name, label: name, facts, place: rule }
        expect({ name, kind: decide(rule, subject, asOf).kind }).toEqual({ name, kind: wanted })
      }
    }
  })
})

describe('the rules of law alone', () => {
  const descriptor = readFileSync(join(import.meta.dirname, 'project/engagements/customers-overseas.yaml'), 'utf8')
  const inEea = descriptor.replace('duinhost/overseas', 'duinhost/servers')
  // All of it belongs to the firm, so that nothing refers to a list and nothing fails.
  const own = descriptor
    .replaceAll(/(owner|By): client/g, '$1: firm')
    .replace('duinhost/overseas', 'none')
    .replace('client-system', 'internal-operations')
  const checked = async (text: string, left: string | undefined, ...flags: readonly string[]) => {
    const engagement = parse(text) as Record<string, unknown>
    if (left !== undefined) delete engagement[left]
    return douane(['check', '-', '--stdin-filename', 'x.json', ...flags], JSON.stringify(engagement))
  }

  it('pass what belongs to the firm; of its providers and security the law asks nothing', async () => {
    expect(await checked(own, undefined, '-q')).toMatchObject({ exit: 0 })
    expect(own).not.toMatch(/^(providers|security):/m)
  })

  const lists = {
    parties: 'transfers/inputs-stated',
    data: 'transfers/inputs-stated',
    components: 'transfers/inputs-stated',
    flows: 'transfers/inputs-stated',
    remoteAccess: 'transfers/inputs-stated',
    accounts: 'transfers/inputs-stated',
    agreements: 'processor-terms/inputs-stated',
    aiUses: 'ai-tiers/inputs-stated',
    tags: 'analytics/inputs-stated',
    assurance: 'assurance/inputs-stated',
  }
  it.each(Object.entries(lists))('do not pass where %s are not stated', async (list, rule) => {
    const text = ['data', 'components'].includes(list) ? own.replace('holds: [customers]', '') : own
    const { exit, stdout } = await checked(text, list, '-q')
    expect(exit).toBe(1)
    expect(stdout).toContain(rule)
  })

  it.each([
    ['legalBases', inEea, 'processor-terms/legal-basis-of-client'],
    ['safeguards', descriptor, 'transfers/chapter-v-ground'],
  ])('pass nothing that rests on %s where they are not stated', async (list, text, rule) => {
    const { stdout } = await checked(text, list, '-f', 'json')
    const { findings } = JSON.parse(stdout) as Report
    const about = findings.filter((one) => one.rule === rule).map(({ outcome }) => outcome)
    expect(about).toContain('unknown')
    expect(about).not.toContain('pass')
  })
})

describe('the shipped rules', () => {
  it('name no firm, nor does the source', () => {
    for (const part of ['src', 'rules', 'schemas']) {
      const root = join(import.meta.dirname, '../..', part)
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
        /\.(ts|yaml|json)$/.test(path),
      )
      expect(files.length).toBeGreaterThan(5)
      expect(files.filter((path) => /imageplus/i.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
    }
  })
})
