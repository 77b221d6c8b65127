import { expect, it } from 'vitest'
import { readShipped } from '../../src/io/shipped.ts'
import { parseFile } from '../../src/load/parse.ts'
import { compact, restore } from '../../src/load/rules/index.ts'
import { loadLibrary } from '../../src/load/workspace.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { RulePack } from '../../src/model/rule.ts'
import type { Shipped } from '../../src/model/shipped.ts'
import { check } from '../../src/pipeline.ts'
import { apart, writtenShipped } from '../../tools/shipped.ts'
import { evidence, example } from '../examples/checking.ts'

const shipped = writtenShipped()
const library = await loadLibrary({ shipped, rules: [], registry: [] })
const packs = library.ok ? library.value.packs : []
const documents = shipped.files.flatMap((file) => {
  const parsed = 'bytes' in file && file.path.startsWith('rules/') ? parseFile(file) : undefined
  return parsed?.ok ? parsed.value : []
})
const byId = new Map(documents.map((document) => [(document.value as { readonly id: string }).id, document]))
const restored = restore(JSON.parse(JSON.stringify(compact(packs))), byId)

/** Without the places, which the bundle does not carry. */
const withoutPlaces = (all: readonly RulePack[]) =>
  all.map((pack) => ({ ...pack, rules: pack.rules.map((rule) => ({ ...rule, at: rule.at.file })) }))

it('gives the rules back as they were checked', () => {
  expect(packs.length).toBeGreaterThan(0)
  expect(withoutPlaces(restored)).toEqual(withoutPlaces(packs))
})

it('gives the same report from what is written and from what is compiled', async () => {
  const reportFrom = async (source: Shipped) => {
    const sources = { files: [example('portal-scc')], shipped: source, rules: [], registry: evidence }
    return await check(sources, { asOf: Date.parse('2026-11-22T12:00:00Z'), explainAll: true })
  }
  expect(shipped.files.every((file) => 'bytes' in file)).toBe(true)
  const compiled = readShipped()
  expect(compiled.packs).toBeDefined()
  const report = await reportFrom(compiled)
  expect(report.problems).toEqual([])
  expect(JSON.stringify(report)).toBe(JSON.stringify(await reportFrom(shipped)))
})

it('loads what is shipped without reading the documents of rules, and has them when they are asked for', async () => {
  const { shipped: alone, rules } = apart(readShipped())
  const read: string[] = []
  const files = alone.files.map((file) => {
    if ('bytes' in file || file.heads === undefined) return file
    return {
      ...file,
      get documents() {
        read.push(file.path)
        return rules[file.path] ?? []
      },
    }
  })
  const loaded = await loadLibrary({ shipped: { ...alone, files }, rules: [], registry: evidence })
  expect(read).toEqual([])
  if (!loaded.ok) throw new Error('what is shipped is wrong')
  expect(withoutPlaces(loaded.value.packs)).toEqual(withoutPlaces(packs))
  expect(read.length).toBeGreaterThan(100)
})

it('shares a named condition, so that it is decided once for each subject', () => {
  const found = new Set<Condition>()
  const visit = (condition: Condition): void => {
    if (condition.kind === 'named' && condition.name === 'groundCounts') found.add(condition.of)
    if (condition.kind === 'not' || condition.kind === 'named') visit(condition.of)
    else if (condition.kind !== 'leaf') condition.of.forEach(visit)
  }
  const rules = restored.flatMap((pack) => pack.rules).filter(({ subject }) => subject === 'disclosure')
  for (const root of rules.flatMap(({ when, require }) => [when, require])) if (root) visit(root)
  expect(found.size).toBe(1)
})
