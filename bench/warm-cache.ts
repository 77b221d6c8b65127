import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf } from '../src/batch/key.ts'
import { openCache } from '../src/io/cache-file.ts'

/** Engagements that differ in their number alone, which is written with as many digits everywhere. */
export const numbered = (at: number): string => `${at}`.padStart(6, '0')

/**
 * Gives a cache the answers of many files of which it has one, as a check would have: what is kept of that one, with the
 * number of each in its place. Whoever measures with it compares what comes out with what is checked.
 *
 * `shown`: what the file of a number is called in reports.
 */
export function fill(cache: string, folder: string, decided: number, shown: (at: number) => string): void {
  const [name = ''] = readdirSync(cache)
  const store = openCache(cache, name.replace(/\.cache$/, ''), Date.now())
  const keyOfFile = (at: number): string =>
    keyOf({ path: shown(at), bytes: readFileSync(join(folder, `${numbered(at)}.json`)) })
  const entry = store.get(keyOfFile(decided))
  if (entry === undefined) throw new Error('the cache has no answer to copy')
  const { note } = entry
  const text = entry.bytes.toString('latin1')
  for (const file of readdirSync(folder).sort()) {
    const at = Number(file.replace('.json', ''))
    if (at === decided) continue
    store.put(keyOfFile(at), note, [Buffer.from(text.replaceAll(numbered(decided), numbered(at)), 'latin1')])
  }
  store.close()
}
