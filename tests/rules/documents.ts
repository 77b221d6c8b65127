import { parseFile } from '../../src/load/parse.ts'
import type { Document } from '../../src/model/location.ts'

/** The documents of one YAML text. */
export function documentsOf(path: string, text: string): readonly Document[] {
  const parsed = parseFile({ path, bytes: new TextEncoder().encode(text) })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
