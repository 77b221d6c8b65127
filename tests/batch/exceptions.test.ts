/** Of waivers, a baseline and an audience, the cache gives what a check of now would give, or nothing. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, answererFor, type Settings } from '../../src/batch/answer.ts'
import { type Cache, cacheOf } from '../../src/batch/cache.ts'
import { checkAll } from '../../src/batch/check-all.ts'
import { contextOf } from '../../src/batch/key.ts'
import type { Note } from '../../src/batch/note.ts'
import { answerAll } from '../../src/batch/portfolio.ts'
import { readFiles } from '../../src/io/read-files.ts'
import { readShipped } from '../../src/io/shipped.ts'
import type { SourceFile } from '../../src/model/location.ts'
import { check } from '../../src/pipeline.ts'
import { asJson } from '../../src/render/json.ts'
import { baselineOf } from '../../src/settle/baseline.ts'
import { evidence, example, textOf } from '../examples/checking.ts'

const day = 24 * 3600 * 1000
const start = Date.UTC(2026, 10, 22)
const file = example('ended-engagement')
const waivers = await source('examples/waivers/ended-engagement.yaml')
const lastDay = Date.UTC(2027, 0, 31)

const base: Settings = {
  sources: { files: [], shipped: readShipped(), rules: [], registry: evidence },
  options: { asOf: start, failLevel: 'error' },
  outputs: [{ format: 'text', options: { quiet: true, width: 80 } }],
  dated: true,
}

type Entry = { readonly note: Note; readonly bytes: Buffer }

/** As the command line does: a store for each context, answers by what is in the file. */
function portfolio() {
  const stores = new Map<string, Map<string, Entry>>()
  let checks = 0
  const cacheIn = (settings: Settings): Cache => {
    const context = contextOf(settings, 'build')
    const texts = stores.get(context) ?? new Map<string, Entry>()
    stores.set(context, texts)
    const store = {
      get: (key: string) => texts.get(key),
      put: (key: string, note: Note, parts: readonly Uint8Array[]) =>
        void texts.set(key, { note, bytes: Buffer.concat(parts) }),
    }
    return cacheOf(store, settings.options.asOf)
  }
  const run = async (settings: Settings): Promise<Answer> => {
    const { answer } = await answererFor(settings)
    if (answer === undefined) throw new Error('what is shared cannot be read')
    const counted = async (one: SourceFile) => {
      checks += 1
      return answer(one)
    }
    const found: Answer[] = []
    await answerAll([{ file }], { answer: counted, cache: cacheIn(settings), most: 1 }, ({ answer: one }) => {
      found.push({ ...one, written: one.written.map((one) => ({ ...one, parts: one.parts.map(String) })) })
      return undefined
    })
    const [only] = found
    if (only === undefined) throw new Error('no answer')
    return only
  }
  return { run, checks: () => checks }
}

const at = (asOf: number, sources: Partial<Settings['sources']> = {}, rest: Partial<Settings> = {}): Settings => ({
  ...base,
  ...rest,
  sources: { ...base.sources, ...sources },
  options: { ...base.options, asOf },
})

async function checked(settings: Settings) {
  const { reports } = await check({ ...settings.sources, files: [file] }, settings.options)
  const [report] = reports
  if (report === undefined) throw new Error('no report')
  return report
}

describe('a waiver', () => {
  it('that ends between two runs counts in the first alone', async () => {
    const { run, checks } = portfolio()
    const first = await run(at(lastDay - 3 * day, { waivers: [waivers] }))
    const inForce = await run(at(lastDay + day - 1000, { waivers: [waivers] }))
    expect(checks()).toBe(1)
    expect(texts(first)).toContain('1 waived until 2027-01-31')
    expect(texts(inForce)).toContain('1 waived until 2027-01-31')
    const ended = await run(at(lastDay + day, { waivers: [waivers] }))
    expect(checks()).toBe(2)
    expect(texts(ended)).toContain(':112:16: fail error access/revoked-in-time')
    expect(texts(ended)).toContain('expired warning waivers/expired')
    expect(texts(inForce)).not.toContain(':112:16: fail')
  })

  it('that lifts nothing is told anew on the day on which it would have ended', async () => {
    const stale = {
      ...waivers,
      bytes: Buffer.from(textOf(waivers).replace(/factsDigest: \w+/, `factsDigest: ${'a'.repeat(16)}`)),
    }
    const { run, checks } = portfolio()
    const first = await run(at(lastDay, { waivers: [stale] }))
    const second = await run(at(lastDay + day, { waivers: [stale] }))
    expect([texts(first).includes('waivers/stale'), texts(second).includes('waivers/expired')]).toEqual([true, true])
    expect(checks()).toBe(2)
  })

  it('that is added or taken away is another run', async () => {
    const { run, checks } = portfolio()
    const without = await run(at(start))
    const waived = await run(at(start, { waivers: [waivers] }))
    expect([texts(without).includes('waived'), texts(waived).includes('waived')]).toEqual([false, true])
    expect((await run(at(start))).written).toEqual(without.written)
    expect(checks()).toBe(2)
  })
})

describe('a baseline', () => {
  let whole: SourceFile
  let part: SourceFile
  beforeAll(async () => {
    const { baseline } = baselineOf([await checked(at(start))])
    const written = (findings: typeof baseline.findings): SourceFile => ({
      path: 'baseline.json',
      bytes: Buffer.from(asJson({ ...baseline, findings })),
    })
    whole = written(baseline.findings)
    part = written(baseline.findings.slice(1))
    expect(baseline.findings.length).toBeGreaterThan(0)
  })

  it('decides whether an answer goes ahead, as it does of a single check', async () => {
    const { run } = portfolio()
    const settings = at(start, { baseline: whole })
    const { written } = await run(settings)
    expect(written[0]?.passed).toBe((await checked(settings)).baseline?.excuses)
    expect((await run(at(start))).written[0]?.passed).toBe(false)
  })

  it('of which an entry was removed holds that one no more', async () => {
    const { run, checks } = portfolio()
    const before = await run(at(start, { baseline: whole }))
    const after = await run(at(start, { baseline: part }))
    expect(checks()).toBe(2)
    expect(texts(after)).not.toBe(texts(before))
    expect(await run(at(start, { baseline: whole }))).toMatchObject({ written: before.written })
    expect(checks()).toBe(2)
  })

  it('that cannot be read keeps everything from being concluded', async () => {
    const broken = { path: 'baseline.json', bytes: Buffer.from('{}') }
    const { answer, problems } = await answererFor(at(start, { baseline: broken }))
    expect([answer, problems.map(({ at }) => at?.file)]).toEqual([undefined, expect.arrayContaining(['baseline.json'])])
  })
})

describe('two descriptors with the id of one engagement', () => {
  const copy = { ...file, path: 'copy.yaml' }
  const told = async (sources: Partial<Settings['sources']>, files: readonly SourceFile[] = [file, copy]) => {
    const given = { ...base.sources, ...sources }
    const together = await check({ ...given, files }, base.options)
    const problems: unknown[] = []
    for await (const one of checkAll(files, given, base.options)) problems.push(...one.problems)
    expect(problems).toEqual(together.problems)
    return together.problems.map(({ code, at, message }) => [code, at?.file, message.includes(file.path)])
  }

  it('cannot both have what was granted for one', async () => {
    const { baseline } = baselineOf([await checked(at(start))])
    const held = { path: 'baseline.json', bytes: Buffer.from(asJson(baseline)) }
    const twice = [['ID_DUPLICATE', 'copy.yaml', true]]
    expect(await told({ waivers: [waivers] })).toEqual(twice)
    expect(await told({ baseline: held })).toEqual(twice)
    expect(await told({ waivers: [waivers] }, [file, copy, copy])).toEqual([...twice, ...twice])
  })

  it('are checked where nothing was granted, or what was lifts nothing of one', async () => {
    expect(await told({})).toEqual([])
    expect(await told({ waivers: [waivers] }, [file])).toEqual([])
    const mended = textOf(file).replace(/( {4}revokedOn: )2026-11-02.*/, '$12026-10-30T18:00:00+01:00')
    expect(mended).not.toBe(textOf(file))
    expect(await told({ waivers: [waivers] }, [file, { ...copy, bytes: Buffer.from(mended) }])).toEqual([])
  })
})

it('for another audience is another run, and the cache holds what is for that audience alone', async () => {
  const { run, checks } = portfolio()
  const json = [{ format: 'json', options: {} }] as const
  const own = await run(at(start, {}, { outputs: json }))
  const theirs = await run(at(start, {}, { outputs: json, audience: 'client' }))
  const again = await run(at(start + day, {}, { outputs: json, audience: 'client' }))
  expect(checks()).toBe(2)
  expect(JSON.parse(texts(own)).reduced).toBeUndefined()
  for (const one of [theirs, again]) expect(JSON.parse(texts(one)).reduced.audience).toBe('client')
  expect(JSON.parse(texts(again)).asOf).toBe('2026-11-23T00:00:00Z')
})

function texts({ written, problems }: Answer): string {
  expect(problems).toEqual([])
  return written.flatMap(({ parts }) => parts).join('')
}

async function source(path: string): Promise<SourceFile> {
  const read = await readFiles([path])
  const [found] = read.ok ? read.value : []
  if (found === undefined) throw new Error(`there is no ${path}`)
  return found
}
