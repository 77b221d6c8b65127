import type { Plugin } from 'esbuild'
import { factCatalogue } from '../src/model/facts/index.ts'
import { inAscii } from './ascii.ts'

/**
 * In place of src/model/facts/index.ts in the bundled command: of each kind of subject a JSON text, which is parsed when
 * a fact of the kind is asked for. The calls that define the 500 facts take several times as long, and a check needs
 * about half of them.
 */
export const compiledFacts: Plugin = {
  name: 'compiled facts',
  setup(building) {
    building.onLoad({ filter: /[\\/]src[\\/]model[\\/]facts[\\/]index\.ts$/ }, () => ({
      contents: factsSource(),
      loader: 'js',
    }))
  },
}

/** The module that stands in for it. */
export function factsSource(): string {
  const kinds = Object.entries(factCatalogue).map(([kind, facts]) => {
    const name = JSON.stringify(kind)
    return `get ${name}() { return kept(${name}, ${JSON.stringify(inAscii(facts))}) },`
  })
  return [
    'function kept(kind, text) {',
    '  const value = JSON.parse(text)',
    '  Object.defineProperty(factCatalogue, kind, { value, enumerable: true })',
    '  return value',
    '}',
    'export const factCatalogue = {',
    ...kinds,
    '}',
  ].join('\n')
}
