import type { Document, Location, Pointer } from '../model/location.ts'

type Placed = { readonly at?: { readonly line: number; readonly column: number } }

/** What was read of a foreign file, as a document: a part is where its nearest parent says that it stands in that file. */
export function imported<T extends object>(file: string, value: T): Document<T> {
  return { file, index: 0, value, at: (pointer) => placeOf(file, value, pointer) }
}

function placeOf(file: string, value: object, pointer: Pointer): Location {
  let place = { line: 1, column: 1 }
  let part: unknown = value
  for (const step of [...pointer, undefined]) {
    if (typeof part !== 'object' || part === null) break
    place = (part as Placed).at ?? place
    if (step === undefined) break
    part = (part as Readonly<Record<string | number, unknown>>)[step]
  }
  const { line, column } = place
  return { file, line, column, endLine: line, endColumn: column }
}
