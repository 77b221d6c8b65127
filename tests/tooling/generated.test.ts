import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { generate, stale } from '../../tools/generate.ts'
import { types } from '../../tools/generate-types.ts'
import { validators } from '../../tools/generate-validators.ts'

const project = join(import.meta.dirname, '../..')
const steps = [types, validators]
const dialect = 'https://json-schema.org/draft/2020-12/schema'

const schemas = {
  shared: {
    $schema: dialect,
    $id: 'shared.schema.json',
    $defs: {
      Slug: { description: 'An id.', type: 'string', pattern: '^[a-z]+$', minLength: 2, maxLength: 4 },
      Chain: { type: 'object', additionalProperties: false, properties: { next: { $ref: '#/$defs/Chain' } } },
    },
  },
  'some-document': {
    $schema: dialect,
    $id: 'some-document.schema.json',
    title: 'A document',
    type: 'object',
    additionalProperties: false,
    required: ['id'],
    properties: {
      id: { $ref: 'shared.schema.json#/$defs/Slug', description: 'Its own words.' },
      grid: { type: ['array', 'null'], items: { type: 'array', items: { type: 'integer' } }, uniqueItems: true },
      chain: { $ref: 'shared.schema.json#/$defs/Chain' },
    },
  },
}

describe('generated files', () => {
  it('are what the schemas give', async () => {
    expect(await stale(project)).toEqual([])
  })

  describe('of a small project', () => {
    const root = mkdtempSync(join(tmpdir(), 'generated-'))
    const text = (path: string) => readFileSync(join(root, path), 'utf8')
    const write = (path: string, content: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }

    beforeAll(async () => {
      for (const [name, schema] of Object.entries(schemas)) write(`schemas/${name}.schema.json`, JSON.stringify(schema))
      await generate(root, steps)
      return () => rmSync(root, { recursive: true, force: true })
    })

    it('share a definition, and are readonly', () => {
      expect(text('src/model/generated/some-document.ts')).toMatchInlineSnapshot(`
        "// Generated from schemas/some-document.schema.json by \`npm run generate\`. Change the schema, not this file.

        import type { Chain, Slug } from './shared.ts'

        export interface SomeDocument {
          /**
           * Its own words.
           */
          readonly id: Slug
          readonly grid?: readonly (readonly number[])[] | null
          readonly chain?: Chain
        }
        "
      `)
      expect(text('src/model/generated/shared.ts')).toMatchInlineSnapshot(`
        "// Generated from schemas/shared.schema.json by \`npm run generate\`. Change the schema, not this file.

        /**
         * An id.
         */
        export type Slug = string

        export interface Chain {
          readonly next?: Chain
        }
        "
      `)
    })

    it('export one self-contained validator for each kind of document', async () => {
      const module: Record<string, ValidateFunction> = await import(
        pathToFileURL(join(root, 'build/validators.mjs')).href
      )
      expect(Object.keys(module)).toEqual(['someDocument'])
      const validate = module.someDocument as ValidateFunction
      expect(validate({ id: 'abc', grid: [[1], [2]], chain: { next: {} } })).toBe(true)
      expect(validate({ id: 'ABCDE', grid: [[1], [1]], chain: { next: { prev: 1 } }, more: 1 })).toBe(false)
      const seen = validate.errors?.map(({ instancePath, keyword, data }) => [instancePath, keyword, data])
      expect(seen).toEqual(
        expect.arrayContaining([
          ['', 'additionalProperties', expect.anything()],
          ['/id', 'maxLength', 'ABCDE'],
          ['/id', 'pattern', 'ABCDE'],
          ['/grid', 'uniqueItems', [[1], [1]]],
          ['/chain/next', 'additionalProperties', { prev: 1 }],
        ]),
      )
      expect(seen).toHaveLength(5)
    })

    it('are reported when changed, missing or left over, and are put right', async () => {
      expect(await stale(root, steps)).toEqual([])
      write('src/model/generated/shared.ts', 'export type Slug = number\n')
      rmSync(join(root, 'src/model/generated/some-document.ts'))
      write('src/model/generated/removed.ts', 'export {}\n')
      const wrong = ['shared', 'some-document', 'removed'].map((name) => `src/model/generated/${name}.ts`)
      expect(await stale(root, steps)).toEqual(wrong)
      expect(await generate(root, steps)).toEqual(wrong)
      expect(await stale(root, steps)).toEqual([])
    })

    it('leave committed files alone in an install', async () => {
      write('src/model/generated/shared.ts', 'export type Slug = number\n')
      rmSync(join(root, 'build'), { recursive: true })
      await generate(root, [validators])
      expect(text('src/model/generated/shared.ts')).toBe('export type Slug = number\n')
      expect(existsSync(join(root, 'build/validators.mjs'))).toBe(true)
    })
  })
})
