import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readShipped } from '../../src/io/shipped.ts'
import { inPieces } from '../../src/io/shipped-pieces.ts'
import { parseFile } from '../../src/load/parse.ts'
import { compact, restore } from '../../src/load/rules/index.ts'
import { loadLibrary } from '../../src/load/workspace.ts'
import type { Condition } from '../../src/model/condition.ts'
import { changedRule, type RulePack } from '../../src/model/rule.ts'
import type { Shipped } from '../../src/model/shipped.ts'
import { check } from '../../src/pipeline.ts'
import { factsRead } from '../../src/settle/deciding.ts'
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
  all.map((pack) => ({ ...pack, rules: pack.rules.map((rule) => ({ ...changedRule(rule, {}), at: rule.at.file })) }))

/** Read before anything stands in for JSON.parse. */
const whole = readShipped()

/** Without what only says how it is read. */
const plain = ({ files, packs }: Shipped) => ({
  files: files.map((file) =>
    'bytes' in file ? file : { path: file.path, sha256: file.sha256, documents: file.documents },
  ),
  conditions: packs?.conditions,
  packs: packs?.packs.map(({ id, title, basis, description, controls, terms, rules }) => ({
    pack: { id, title, basis, description, controls, terms },
    rules: rules.map((rule) => {
      const { title, source, message, remedy, when, require } = rule
      const { id, pack, subject, controls, level, basis, waivable } = rule
      return { id, pack, title, subject, controls, level, basis, waivable, source, when, require, message, remedy }
    }),
  })),
})

it('gives the rules back as they were checked', () => {
  expect(packs.length).toBeGreaterThan(0)
  expect(withoutPlaces(restored)).toEqual(withoutPlaces(packs))
})

it('names the facts that a rule reads in the same order, whether its conditions are opened or not', () => {
  const read = (all: readonly RulePack[]) => all.flatMap(({ rules }) => rules.map(factsRead))
  expect(read(restored).flat().length).toBeGreaterThan(packs.length)
  expect(read(restored)).toEqual(read(packs))
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

describe('what is shipped in pieces', () => {
  /** As src/io reads it, and what was parsed of it. */
  const pieces = () => {
    const { lines, rules } = apart(whole)
    const texts = lines.map((line) => JSON.stringify(line))
    const parsed: string[] = []
    const parse = vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
      parsed.push(text)
      return lines[texts.indexOf(text)]
    })
    onTestFinished(() => parse.mockRestore())
    const read: string[] = []
    const inFiles = inPieces(texts, (path) => {
      read.push(path)
      return rules[path] ?? []
    })
    return { shipped: inFiles, texts, parsed, read }
  }

  it('is all of it', () => {
    const { shipped: inFiles } = pieces()
    expect(plain(inFiles)).toEqual(plain(whole))
  })

  it('loads without reading what documents and rules say, and has it when it is asked for', async () => {
    const { shipped: inFiles, texts, parsed, read } = pieces()
    const loaded = await loadLibrary({ shipped: inFiles, rules: [], registry: [] })
    if (!loaded.ok) throw new Error('what is shipped is wrong')
    expect(read).toEqual([])
    expect(parsed.length).toBeLessThan(10)
    expect(withoutPlaces(loaded.value.packs)).toEqual(withoutPlaces(packs))
    expect(read.length).toBeGreaterThan(100)
    expect(loaded.value.registry.providers.map(({ value }) => value.id)).toContain('aws')
    expect(parsed.length).toBeGreaterThan(200)
    const timesIn = (all: readonly string[], text: string) => all.filter((one) => one === text).length
    expect(parsed.filter((text) => timesIn(parsed, text) > timesIn(texts, text))).toEqual([])
  })
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
