import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { plainSchemas } from '../../build/plain-schemas.mjs'
import { isPlainlyValid, type Kind, kinds, loadValidators, type Validators } from '../../src/load/kinds.ts'
import { parseFile } from '../../src/load/parse.ts'

const root = new URL('../../', import.meta.url)

/** Documents as people write them, of each kind that is asked about. */
const written = ['examples', 'registry'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const path = `${folder}/${name}`
      const parsed = parseFile({ path, bytes: readFileSync(new URL(path, root)) })
      return parsed.ok ? parsed.value.map(({ value }) => value as { readonly kind: Kind }) : []
    })
    .filter(({ kind }) => plainSchemas[kind] !== undefined),
)

let validators: Validators
beforeAll(async () => {
  validators = await loadValidators(kinds)
})

const isValid = (kind: Kind, value: unknown): boolean => validators[kind]?.(value) === true

const anything = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'X Y',
    'none',
    'DE',
    'é'.repeat(81),
    '😀',
    '2026-02-30',
    '2026-02-28T10:00:00Z',
    'PT24H',
    '\n',
  ),
  fc.constantFrom(0, 1, -1, 0.5, 1e9, true, false, null),
  fc.constantFrom([], {}, ['a', 'a'], [{ id: 'a' }, { id: 'a' }], { id: 'x' }, ['gdpr'], { toString: 1 }),
)

type Change = { readonly at: readonly number[]; readonly how: number; readonly put: unknown }

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  how: fc.nat(5),
  put: anything,
})

/** A copy with something changed in it, somewhere. */
function changed(value: unknown, { at: [step = 0, ...rest], how, put }: Change): unknown {
  if (typeof value !== 'object' || value === null) return put
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (Array.isArray(value)) {
    const copy = [...value]
    if (key === undefined || rest.length === 0) copy.push(how < 3 ? put : copy[0])
    else copy[Number(key)] = changed(copy[Number(key)], { at: rest, how, put })
    return copy
  }
  const copy: Record<string, unknown> = { ...value }
  if (key === undefined || (rest.length === 0 && how === 0)) copy[how === 0 ? 'unheardOf' : 'id'] = put
  else if (rest.length === 0 && how === 1) delete copy[key]
  else if (rest.length === 0) copy[key] = put
  else copy[key] = changed(copy[key], { at: rest, how, put })
  return copy
}

describe('the short answer whether a document is valid', () => {
  it('is asked about what people write', () => {
    expect(Object.keys(plainSchemas).every((kind) => kinds.includes(kind as Kind))).toBe(true)
    expect(new Set(written.map(({ kind }) => kind))).toEqual(
      new Set(Object.keys(plainSchemas).filter((kind) => kind !== 'Config')),
    )
    expect(written.every((value) => isPlainlyValid(value.kind, value))).toBe(true)
  })

  it('is that of the validators', () => {
    const seen = { valid: 0, wrong: 0 }
    fc.assert(
      fc.property(fc.constantFrom(...written), fc.array(change, { minLength: 1, maxLength: 2 }), (before, changes) => {
        const value = changes.reduce<unknown>(changed, before)
        const valid = isValid(before.kind, value)
        seen[valid ? 'valid' : 'wrong'] += 1
        expect(isPlainlyValid(before.kind, value)).toBe(valid)
      }),
      { numRuns: 3_000 },
    )
    expect(Math.min(seen.valid, seen.wrong)).toBeGreaterThan(100)
  })

  it.each([
    ['Waivers', { waivers: [{ rule: 'a/b', reason: 'x', owner: 'o', expires: '2026-01-01' }] }],
    ['Config', { firm: 'other', rules: ['./rules'], packs: { transfers: 'off' } }],
  ] as const)('%s as well', (kind, rest) => {
    const before = { apiVersion: 'douane/v1', kind, ...rest }
    fc.assert(
      fc.property(fc.array(change, { maxLength: 2 }), (changes) => {
        const value = changes.reduce<unknown>(changed, before)
        expect(isPlainlyValid(kind, value)).toBe(isValid(kind, value))
      }),
      { numRuns: 500 },
    )
  })
})
