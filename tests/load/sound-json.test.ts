import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTree } from '../../src/load/check-tree.ts'
import { defaultLimits, type Limits } from '../../src/load/limits.ts'
import { Places } from '../../src/load/locate.ts'
import { readJson } from '../../src/load/read-json.ts'
import { readSoundJson } from '../../src/load/sound-json.ts'
import { SoundPlaces } from '../../src/load/sound-places.ts'
import type { SyntaxNode } from '../../src/load/syntax.ts'
import { toValue } from '../../src/load/to-value.ts'
import type { Pointer } from '../../src/model/location.ts'

/** The reader that keeps places; nothing where it has anything to tell. */
function readWholly(text: string, limits: Limits) {
  const { documents, problems } = readJson(text, limits)
  const root = documents[0]?.root
  if (root === undefined || problems.length > 0 || checkTree(root, limits, () => '').length > 0) return undefined
  return root
}

/** Both agree, or the quick one leaves it to the other. */
function agree(text: string, limits = defaultLimits): void {
  const quick = readSoundJson(text, limits)
  if (quick === undefined) return
  const root = readWholly(text, limits)
  expect(root, text).toBeDefined()
  if (root === undefined) return
  expect(JSON.stringify(quick.value)).toBe(JSON.stringify(toValue(root)))
  const pointers = [...pointersIn(root)]
  // In an order in which what stands behind is asked for first, too.
  const asked = [...pointers.slice(pointers.length / 2), ...pointers].flatMap((pointer) => [
    pointer,
    [...pointer, 'no such key'],
    [...pointer, 7, 'x'],
  ])
  expect(placesOf(new SoundPlaces(text), asked), text).toBe(placesOf(new Places(root), asked))
}

function placesOf(places: Pick<Places, 'at'>, pointers: readonly Pointer[]): string {
  const spans = pointers.flatMap((pointer) => [places.at(pointer, 'key'), places.at(pointer, 'value')])
  return spans.map(({ start, end }, place) => `${JSON.stringify(pointers[place >> 1])}: ${start} to ${end}`).join('\n')
}

function* pointersIn(node: SyntaxNode, pointer: Pointer = []): Generator<Pointer> {
  yield pointer
  if (node.kind === 'map') for (const { key, value } of node.entries) yield* pointersIn(value, [...pointer, key])
  if (node.kind === 'list')
    for (const [place, item] of node.items.entries()) yield* pointersIn(item, [...pointer, place])
}

const key = fc.constantFrom('a', 'b', 'a:b', '', '1', 'é', '\\', '"', '__proto__', 'constructor', '\u2028')
const number = fc.constantFrom('0', '-0', '-0.0', '1e2', '0.5', '9007199254740993', '1e999', '-1E-400', '12')
const string = fc.constantFrom(
  'a',
  ':',
  'a:b',
  '\\u003a',
  '\\u003A',
  '\\ud800',
  '\\ud83d\\ude00',
  '\\"',
  '\\\\',
  ',]}',
  '',
)
const space = fc.constantFrom('', '', ' ', '\n', '\t\r\n')

/** Written JSON with keys that are there twice, and what only looks like it. */
const { text } = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { depthSize: 'small' },
    number,
    string.map((inside) => `"${inside}"`),
    fc.constantFrom('true', 'false', 'null'),
    fc
      .tuple(fc.array(tie('text'), { maxLength: 4 }), space)
      .map(([items, gap]) => `[${gap}${items.join(`${gap},`)}${gap}]`),
    fc
      .tuple(fc.array(fc.tuple(key, tie('text')), { maxLength: 4 }), space)
      .map(
        ([entries, gap]) =>
          `{${entries.map(([name, value]) => `${gap}${JSON.stringify(name)}${gap}:${gap}${value}`).join(`${gap},`)}${gap}}`,
      ),
  ),
}))

const broken = fc
  .tuple(text, fc.nat(), fc.constantFrom('', ',', ':', '"', '{', ']', '\\', '//', '\u0000', "'", '-', '.'), fc.nat(2))
  .map(([written, at, put, taken]) => {
    const place = at % (written.length + 1)
    return written.slice(0, place) + put + written.slice(place + taken)
  })

describe('the quick reader of JSON', () => {
  it('reads what the other reads as well, and nothing that has to be told', () => {
    fc.assert(
      fc.property(fc.oneof(text, broken, fc.json()), (written) => agree(written)),
      { numRuns: 4_000 },
    )
  })

  it('keeps to the limits', () => {
    const limits = { ...defaultLimits, depth: 3, tokens: 6 }
    fc.assert(
      fc.property(text, (written) => agree(written, limits)),
      { numRuns: 1_000 },
    )
    expect(readSoundJson('[[[1]]]', limits)).toEqual({ value: [[[1]]] })
    expect(readSoundJson('[[[[]]]]', limits)).toBeUndefined()
    expect(readSoundJson('[1,2,3,4,5]', limits)).toBeDefined()
    expect(readSoundJson('[1,2,3,4,5,6]', limits)).toBeUndefined()
  })

  it.each([
    '{"a": 1, "a": 2}',
    '{"a": {"b": 1}, "a": "x:y"}',
    '{"a": 1, "a": "\\u003a"}',
    '{"a": 1, "\\u0061": 2}',
    '{"__proto__": {}}',
    '{"a": 1e999}',
    '[9007199254740993]',
    '["\\uDC00"]',
    '{"a": 1,}',
  ])('leaves %s to the other', (written) => {
    expect(readSoundJson(written, defaultLimits)).toBeUndefined()
  })

  it('reads descriptors, and freezes all of it', () => {
    const written = '{"at": "2026-01-01T10:00:00Z", "list": [{"id": "a\\n"}], "none": null, "share": 0.5}'
    const read = readSoundJson(written, defaultLimits)?.value as { readonly list: readonly object[] }
    expect(read).toEqual(JSON.parse(written))
    expect([read, read.list, read.list[0]].every(Object.isFrozen)).toBe(true)
  })
})
