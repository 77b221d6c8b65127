import type { Diagnostic, DiagnosticCode } from '../../model/diagnostic.ts'
import type { Document, Pointer } from '../../model/location.ts'

/** A value in a document: where problems with it are reported. */
export type Place = { readonly document: Document; readonly pointer: Pointer }

export const inside = (place: Place, ...parts: Pointer): Place => new PlaceInside(place, parts)

/** Of thousands of places that are looked at, hardly any has a problem: only that one needs its whole pointer. */
class PlaceInside implements Place {
  private readonly place: Place
  private readonly parts: Pointer

  constructor(place: Place, parts: Pointer) {
    this.place = place
    this.parts = parts
  }

  get document(): Document {
    return this.place.document
  }

  get pointer(): Pointer {
    return [...this.place.pointer, ...this.parts]
  }
}

/** What is wrong with a value, before it is known where the value stands. */
export type Complaint = { readonly code: DiagnosticCode; readonly message: string; readonly hint: string }

/** Collects every problem of a set of documents; the same problem, met on two ways, once. */
export type Problems = {
  readonly add: (place: Place, complaint: Complaint, part?: 'key' | 'value') => void
  /** In the order of file, line and column. */
  readonly list: () => readonly Diagnostic[]
}

export function collectProblems(): Problems {
  const found = new Map<string, Diagnostic & { readonly at: NonNullable<Diagnostic['at']> }>()
  return {
    add: ({ document, pointer }, complaint, part) => {
      const at = document.at(pointer, part)
      found.set(JSON.stringify([at, complaint.code, complaint.message]), { ...complaint, at })
    },
    list: () =>
      [...found.values()].sort(
        (a, b) => compareText(a.at.file, b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column,
      ),
  }
}

/** By code unit, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
