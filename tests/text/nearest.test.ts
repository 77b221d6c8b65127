import { describe, expect, it } from 'vitest'
import { nearest, oneOf, suggest } from '../../src/text/nearest.ts'

const keys = ['region', 'retention', 'recipients', 'title', 'id']

describe('nearest', () => {
  it.each([
    ['regoin', 'region'],
    ['titel', 'title'],
    ['Region', 'region'],
    ['re-gion', 'region'],
    ['retent', 'retention'],
    ['ID', 'id'],
    ['xyz', undefined],
    ['re', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%s', (name, meant) => {
    expect(nearest(name, keys)).toBe(meant)
  })

  it('takes the first of equally near ones, in any order of the candidates', () => {
    expect(nearest('bat', ['cat', 'rat'])).toBe('cat')
    expect(nearest('bat', ['rat', 'cat'])).toBe('cat')
  })

  it('never suggests the name itself', () => {
    expect(nearest('region', ['region'])).toBeUndefined()
  })

  it('is bounded for a long list', () => {
    const many = Array.from({ length: 1_000_000 }, (_, place) => `name-${place}`)
    const start = performance.now()
    nearest('nothing-like-it', many)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('suggest', () => {
  it.each([
    ['regoin', keys, 'Did you mean "region"?'],
    ['x', ['a', 'b1'], 'Use "a" or "b1".'],
    ['xyz', keys, 'Use one of "region", "retention", "recipients", "title", "id".'],
    ['xyz', [], 'Remove it.'],
    [
      'xyz',
      Array.from({ length: 30 }, (_, place) => `candidate-${place}`),
      'There are 30 to choose from; none is near.',
    ],
  ])('%s of %j', (name, candidates, hint) => {
    expect(suggest(name, candidates)).toBe(hint)
  })

  it('makes names harmless', () => {
    expect(oneOf(['\u001b[31m'])).toBe('"\\u001b[31m"')
  })
})
