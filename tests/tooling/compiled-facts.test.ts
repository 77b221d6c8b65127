import { expect, it } from 'vitest'
import { factCatalogue } from '../../src/model/facts/index.ts'
import { factsSource } from '../../tools/compiled-facts.ts'

it('has the facts that the sources define, in the same order, in ASCII', async () => {
  const source = factsSource()
  expect(source).toMatch(/^[\n\x20-\x7e]+$/)
  const built = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as { factCatalogue: unknown }
  expect(built.factCatalogue).toStrictEqual(factCatalogue)
  expect(JSON.stringify(built.factCatalogue)).toBe(JSON.stringify(factCatalogue))
})
