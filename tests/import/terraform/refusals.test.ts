import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { plan, readText } from './plan.ts'

vi.mock('../../../src/import/terraform/types/index.ts', () => import('./table.ts'))

const sample = plan(
  [
    {
      address: 'module.m["é"].aws_s3_bucket.a',
      after: { bucket: 'ü', tags: { n: -1.5e3, t: true } },
      unknown: { acl: true },
    },
    { address: 'aws_db_instance.d', after: { engine: 'p\\"q' }, refs: { kms_key_id: ['aws_kms_key.k.arn'] } },
    { address: 'data.aws_s3_bucket.d', actions: ['read'] },
  ],
  { providers: { aws: ['var.r'] }, variables: { r: 'eu-west-1' } },
)
const text = JSON.stringify(sample)
const bytes = new TextEncoder().encode(text)

/** The code, message, hint and place of the one problem of a file. */
async function refusal(content: string | Uint8Array, chunk?: number) {
  const result = await readText(content, chunk)
  if (result.ok) throw new Error('the file was read')
  expect(result.problems).toHaveLength(1)
  const [{ code, message, hint, at }] = result.problems as [(typeof result.problems)[number]]
  return { code, message, hint, line: at?.line, column: at?.column }
}

const without = (...keys: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(Object.entries(sample).filter(([key]) => !keys.includes(key))))

describe('a file that is no plan', () => {
  it.each([
    [
      'UTF-16 with a byte order mark',
      Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]),
      'IMPORT_ENCODING',
      'UTF-8',
    ],
    ['UTF-16 without one', Uint8Array.from(Buffer.from(text, 'utf16le')), 'IMPORT_ENCODING', 'UTF-8'],
    ['a plan in binary', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 0]), 'IMPORT_BINARY', 'terraform show -json'],
    ['an empty file', '', 'IMPORT_EMPTY', 'again'],
    ['another JSON', '{"a":1}', 'IMPORT_FORMAT_UNKNOWN', 'terraform show -json'],
    ['a list', '[]', 'IMPORT_FORMAT_UNKNOWN', 'terraform show -json'],
    [
      'a plan for people',
      'Terraform will perform the following actions:',
      'IMPORT_FORMAT_UNKNOWN',
      'terraform show -json',
    ],
    ['a log of planning', '{"@level":"info","@message":"x"}\n{"@level":"info"}', 'IMPORT_MALFORMED', '-out'],
    [
      'a state as it is shown',
      '{"format_version":"1.0","terraform_version":"1.9","values":{}}',
      'IMPORT_MALFORMED',
      '-out',
    ],
    ['a state as it is stored', '{"version":4,"terraform_version":"1.9","serial":1}', 'IMPORT_MALFORMED', '-out'],
    ['a plan without a version', without('format_version'), 'IMPORT_VERSION', 'unchanged'],
    ['a plan of version 0.2', text.replace('"1.2"', '"0.2"'), 'IMPORT_VERSION', 'unchanged'],
    ['a plan of version 2.0', text.replace('"1.2"', '"2.0"'), 'IMPORT_VERSION', 'unchanged'],
    ['a plan whose version is a number', text.replace('"1.2"', '1.2'), 'IMPORT_VERSION', 'unchanged'],
    ['a plan with nothing in it', without('planned_values', 'resource_changes'), 'IMPORT_NOTHING', 'plan'],
    ['10,000 levels', `{"format_version":"1.2","x":${'['.repeat(10_000)}`, 'IMPORT_TOO_DEEP', 'tool'],
    [
      '10,000 levels of modules',
      `{"planned_values":{"root_module":${'{"child_modules":['.repeat(10_000)}`,
      'IMPORT_TOO_DEEP',
      'tool',
    ],
    [
      'changes that are no list',
      text.replace('"resource_changes":[', '"resource_changes":"x","y":['),
      'IMPORT_MALFORMED',
      'tool',
    ],
    [
      'a resource without an address',
      text.replaceAll('"address":"aws_db_instance.d",', ''),
      'IMPORT_MALFORMED',
      'unchanged',
    ],
    ['a change without actions', text.replace('"actions":["create"],', ''), 'IMPORT_MALFORMED', 'unchanged'],
    [
      'changes that stand there twice',
      text.replace('"timestamp"', '"resource_changes":[],"timestamp"'),
      'IMPORT_MALFORMED',
      'tool',
    ],
  ])('%s is refused, with what to do', async (_, content, code, hint) => {
    for (const chunk of [1000, undefined]) {
      const problem = await refusal(content, chunk)
      expect(problem.code).toBe(code)
      expect(problem.hint).toContain(hint)
    }
  })

  it('has its place in the problem', async () => {
    const lines = JSON.stringify(sample, null, 2).split('\n')
    const row = lines.findIndex((line) => line.includes('"actions"'))
    const broken = [...lines.slice(0, row), '      "é" 1', ...lines.slice(row)].join('\n')
    expect(await refusal(broken)).toMatchObject({ code: 'IMPORT_SYNTAX', line: row + 1, column: 11 })
    const invalid = Uint8Array.from([...bytes.slice(0, 30), 0xff, ...bytes.slice(30)])
    expect(await refusal(invalid)).toMatchObject({ code: 'IMPORT_ENCODING', line: 1 })
  })

  it('may be one of a plan in which something is doubled', async () => {
    const changes = sample.resource_changes as readonly unknown[]
    const twice = JSON.stringify({ ...sample, resource_changes: [...changes, changes[0]] })
    expect((await refusal(twice)).code).toBe('IMPORT_MALFORMED')
  })
})

describe('a plan', () => {
  it('is refused if it is cut off, wherever that is', async () => {
    const small = new TextEncoder().encode(
      JSON.stringify(plan([{ address: 'aws_s3_bucket.é', after: { acl: 'é\n', n: -1.5e3 } }])),
    )
    const ends = Array.from({ length: small.length }, (_, length) => small.slice(0, length))
    const cut = [
      ...ends,
      ...Array.from({ length: 50 }, (_, part) => bytes.slice(0, Math.floor((bytes.length * part) / 50))),
    ]
    const codes = new Set<string>()
    for (const content of cut) {
      const result = await readText(content)
      codes.add(result.ok ? `read at ${content.length}` : (result.problems[0]?.code ?? 'nothing'))
    }
    expect([...codes].sort()).toEqual(['IMPORT_EMPTY', 'IMPORT_FORMAT_UNKNOWN', 'IMPORT_TRUNCATED'])
  })

  it('is read the same whatever chunks it comes in, and however it is laid out or ordered', async () => {
    const whole = await readText(text)
    expect(await readText(text, 1)).toMatchObject({ ok: true, value: { value: whole.ok && whole.value.value } })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 400 }), async (chunk) => {
        expect(JSON.stringify(await readText(text, chunk))).toBe(JSON.stringify(whole))
      }),
      { numRuns: 20 },
    )
    const said = async (content: string) => {
      const result = await readText(content)
      if (!result.ok) throw new Error('not read')
      return result.value.value.resources.map(({ at: _, ...one }) => one)
    }
    expect(await said(JSON.stringify(sample, null, 4))).toEqual(await said(text))
    expect(await said(`\uFEFF\r\n${text}\n`)).toEqual(await said(text))
    expect(new Set(await said(JSON.stringify(sorted(sample))))).toEqual(new Set(await said(text)))
  })
})

/** With the keys of every object in order, as `jq -S` writes it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
