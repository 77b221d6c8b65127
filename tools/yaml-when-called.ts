import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/**
 * Has the index of the yaml package load what is asked of it, and no more: what is written plainly needs its lexer and its
 * parser alone, and the rest takes as long to load as they do.
 */
export const yamlWhenCalled: Plugin = {
  name: 'yaml-when-called',
  setup(building) {
    building.onLoad({ filter: /[\\/]yaml[\\/]dist[\\/]index\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^var (\w+) = (require\('[^']+'\));$/gm, 'const $1 = () => $2')
        .replace(
          /^exports\.(\w+) = (\w+)((?:\.\w+)?);$/gm,
          "Object.defineProperty(exports, '$1', { get: () => $2()$3, enumerable: true })",
        ),
    }))
  },
}
