import { statSync } from 'node:fs'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import type { Result } from '../model/result.ts'
import { type Listed, readListed } from './list-files.ts'

/** A file that changed so shortly before it was read may have changed again since, at the same time of its clock. */
const settled = 2000

type Remembered = { readonly state: string; readonly read: Result<SourceFile, Diagnostic> }

/**
 * Reads files as `readListed` does, but for those that did not change since they were read before: their size, their
 * identity and the time of their last change, which nobody can set, are the same.
 */
export function rememberedFiles(limit: number): (listed: Listed) => Result<SourceFile, Diagnostic> {
  const known = new Map<string, Remembered>()
  return (listed) => {
    const state = stateOf(listed.path)
    const before = known.get(listed.path)
    if (before !== undefined && before.state === state) return before.read
    const read = readListed(listed, limit)
    if (state === undefined) known.delete(listed.path)
    else known.set(listed.path, { state, read })
    return read
  }
}

/** `undefined` where it cannot be told whether it will have changed. */
function stateOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
  if (stat === undefined || Date.now() - Number(stat.ctimeMs) < settled) return undefined
  return [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ')
}
