/**
 * Stands in for src/io/shipped.ts in tests: the shipped rules and registry as the build writes them. Reading and checking
 * the YAML takes seconds, and nearly every test file would do so. That the two are the same is tested apart.
 */
import { readFileSync } from 'node:fs'
import type { Shipped } from '../../src/model/shipped.ts'

const folder = new URL('../../build/tests/', import.meta.url)

export const shippedFile = new URL('shipped.json', folder)
export const testsFile = new URL('shipped-tests.json', folder)

export const readShipped = (): Shipped => JSON.parse(readFileSync(shippedFile, 'utf8'))

export const readShippedTests = (): Shipped['files'] => JSON.parse(readFileSync(testsFile, 'utf8'))
