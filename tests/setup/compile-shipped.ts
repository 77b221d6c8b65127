/** Once in each run: what the product ships with, compiled as the build does it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { compiledShipped, compiledTests } from '../../tools/shipped.ts'
import { shippedFile, testsFile } from './compiled.ts'

export async function setup(): Promise<void> {
  mkdirSync(new URL('.', shippedFile), { recursive: true })
  writeFileSync(shippedFile, JSON.stringify(await compiledShipped()))
  writeFileSync(testsFile, JSON.stringify(await compiledTests()))
}
