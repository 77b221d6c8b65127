import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ForeignFile } from '../../../src/import/importer.ts'
import { importAccessEvidence } from '../../../src/import/index.ts'
import type { AccessEvidence, EvidencedAccount } from '../../../src/model/generated/access-evidence.ts'

export const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name))

/** A file of another tool that arrives in chunks of a size. */
export function foreign(content: string | Uint8Array, path = 'evidence', size = 1 << 20): ForeignFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  return { path, head: bytes.subarray(0, 65_536), chunks }
}

export async function evidenceOf(content: string | Uint8Array, path?: string, size?: number): Promise<AccessEvidence> {
  const result = await importAccessEvidence(foreign(content, path, size))
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1))
  return result.value.value
}

/** Code, line, column and words of each problem. */
export async function problemsOf(content: string | Uint8Array, path?: string): Promise<readonly string[]> {
  const result = await importAccessEvidence(foreign(content, path))
  if (result.ok) throw new Error('It was read')
  return result.problems.map(({ code, message, at }) => `${code} ${at?.line}:${at?.column} ${message}`)
}

export async function accountsOf(content: string | Uint8Array): Promise<Readonly<Record<string, EvidencedAccount>>> {
  const { accounts } = await evidenceOf(content)
  return Object.fromEntries(accounts.map((account) => [account.login, account]))
}
