/** What the cache gives is what a check gives, byte for byte, or nothing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, answererFor, type Settings } from '../../src/batch/answer.ts'
import { cacheOf, type Store } from '../../src/batch/cache.ts'
import { contextOf, keyOf } from '../../src/batch/key.ts'
import { answerAll } from '../../src/batch/portfolio.ts'
import { readFiles } from '../../src/io/read-files.ts'
import { readShipped } from '../../src/io/shipped.ts'
import type { SourceFile } from '../../src/model/location.ts'
import { example, exampleFiles } from '../examples/checking.ts'

const evidence = await readFiles(['examples/registry'])
if (!evidence.ok) throw new Error('there is no evidence')
const day = 24 * 3600 * 1000
const start = Date.UTC(2026, 10, 22)

const settings: Settings = {
  sources: { files: [], shipped: readShipped(), rules: [], registry: evidence.value },
  options: { asOf: start, failLevel: 'error', explainAll: true, secondOpinion: false },
  outputs: [
    { format: 'text', options: { width: 80 } },
    { format: 'json', options: {} },
    { format: 'sarif', options: {} },
  ],
  dated: true,
}
const at = (asOf: number): Settings => ({ ...settings, options: { ...settings.options, asOf } })

function storeOf(): Store & { readonly entries: Map<string, ReturnType<Store['get']>> } {
  const entries = new Map<string, ReturnType<Store['get']>>()
  return {
    entries,
    get: (key) => entries.get(key),
    put: (key, note, parts) =>
      void entries.set(key, { note: JSON.parse(JSON.stringify(note)), bytes: Buffer.concat(parts) }),
  }
}

/** What the cache gives, as a check gives it. */
function got(answer: Answer | undefined) {
  return answer && { ...answer, written: answer.written.map((one) => ({ ...one, parts: one.parts.map(String) })) }
}

async function check(file: SourceFile, asOf: number) {
  const { answer } = await answererFor(at(asOf))
  if (answer === undefined) throw new Error('what is shipped cannot be read')
  return answer(file)
}

describe('an answer that was kept', () => {
  it('is that of a check at any later as-of, or none', async () => {
    const store = storeOf()
    const kept = await Promise.all(
      exampleFiles.slice(0, 6).map(async (file) => {
        const answer = await check(file, start)
        cacheOf(store, start).put(keyOf(file), answer)
        return { file, until: answer.later?.until ?? Number.POSITIVE_INFINITY }
      }),
    )
    let hits = 0
    // Within the time that it holds, in whole days and at its very end, and beyond it.
    const cases = fc.tuple(fc.constantFrom(...kept), fc.integer({ min: -1, max: 12 }), fc.constantFrom(0, -1))
    await fc.assert(
      fc.asyncProperty(cases, async ([{ file, until }, tenth, milliseconds]) => {
        const time = Math.min(until - start, 400 * day)
        const asOf = tenth >= 10 ? start + time + milliseconds : start + Math.floor((time * tenth) / 10 / day) * day
        const hit = got(cacheOf(store, asOf).get(keyOf(file)))
        if (asOf < start || asOf >= until) expect(hit).toBeUndefined()
        if (hit === undefined) return
        hits += 1
        const { written, problems } = await check(file, asOf)
        expect(hit).toEqual({ written, problems })
      }),
      { numRuns: 16, seed: 5 },
    )
    expect(hits).toBeGreaterThan(5)
  })

  it('holds until the first day on which anything in it changes, and not after', async () => {
    const file = example('internal-support-desk')
    const { later } = await check(file, start)
    const until = later?.until
    if (until === undefined) throw new Error('time changes nothing of it')
    const before = await check(file, until - day)
    const store = storeOf()
    cacheOf(store, start).put(keyOf(file), await check(file, start))
    expect(got(cacheOf(store, until - day).get(keyOf(file)))).toEqual({ written: before.written, problems: [] })
    expect(cacheOf(store, until).get(keyOf(file))).toBeUndefined()
    expect(cacheOf(store, start - 1).get(keyOf(file))).toBeUndefined()
  })

  it('with a problem is not kept', async () => {
    const store = storeOf()
    const bad = { path: 'bad.yaml', bytes: Buffer.from('kind: Engagement\n') }
    cacheOf(store, start).put(keyOf(bad), await check(bad, start))
    expect(store.entries.size).toBe(0)
  })
})

it('a file that was saved after it was looked at is checked as it is now', async () => {
  const store = storeOf()
  const cache = cacheOf(store, start)
  const file = example('brochure-site')
  const saved = { ...file, bytes: Buffer.concat([file.bytes, Buffer.from('# changed\n')]) }
  const seen: SourceFile[] = []
  const answer = async (one: SourceFile) => {
    seen.push(one)
    return check(one, start)
  }
  const items = [{ key: keyOf(file), read: () => ({ ok: true, value: saved }) as const }]
  await answerAll(items, { answer, cache, most: 1 }, () => undefined)
  expect(seen).toEqual([saved])
  expect([cache.get(keyOf(file)) === undefined, cache.get(keyOf(saved)) === undefined]).toEqual([true, false])
})

describe('the key', () => {
  const context = contextOf(settings, 'build')
  const other = { path: 'more.yaml', bytes: Buffer.from('x') }
  const changed: [string, Settings, string?][] = [
    ['a rule', { ...settings, sources: { ...settings.sources, rules: [other] } }],
    ['a fact of the registry', { ...settings, sources: { ...settings.sources, registry: [] } }],
    ['what serves all', { ...settings, sources: { ...settings.sources, files: [other] } }],
    ['the configuration', { ...settings, sources: { ...settings.sources, config: other } }],
    ['what the product ships with', { ...settings, sources: { ...settings.sources, shipped: { files: [other] } } }],
    [
      'what the product ships with, by its digest,',
      { ...settings, sources: { ...settings.sources, shipped: { ...settings.sources.shipped, digest: 'x' } } },
    ],
    ['the fail level', { ...settings, options: { ...settings.options, failLevel: 'note' } }],
    ['what is explained', { ...settings, options: { ...settings.options, explainAll: false } }],
    ['the formats', { ...settings, outputs: settings.outputs.slice(1) }],
    ['how they are written', { ...settings, outputs: [{ format: 'text', options: { width: 81 } }] }],
    ['the product', settings, 'another build'],
    ['the waivers', { ...settings, sources: { ...settings.sources, waivers: [other] } }],
    ['the baseline', { ...settings, sources: { ...settings.sources, baseline: other } }],
    ['the audience', { ...settings, audience: 'client' }],
    // An input or an option that comes later is not to be forgotten.
    [
      'an input not known here',
      { ...settings, sources: { ...settings.sources, later: [other] } as Settings['sources'] },
    ],
    ['an option not known here', { ...settings, options: { ...settings.options, later: 'x' } as Settings['options'] }],
    ['a setting not known here', { ...settings, later: 'x' } as Settings],
  ]
  it.each(changed)('is another when %s changes', (_, one, product = 'build') => {
    expect(contextOf(one, product)).not.toBe(context)
  })

  it('is the same whatever the as-of', () => {
    expect(contextOf(at(start + day), 'build')).toBe(context)
  })

  it('of a file is another for other bytes, another name or another line', () => {
    const file = { path: 'a.yaml', bytes: Buffer.from('x') }
    const keys = [file, { ...file, bytes: Buffer.from('y') }, { ...file, path: 'b.yaml' }, { ...file, line: 2 }].map(
      keyOf,
    )
    expect(new Set(keys).size).toBe(4)
    expect(keyOf({ ...file, line: 1 })).toBe(keyOf(file))
  })
})
