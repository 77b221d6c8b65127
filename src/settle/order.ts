import type { Location } from '../model/location.ts'

/** By code units: no locale. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

export function byPlace(one: Location, other: Location): number {
  return byText(one.file, other.file) || one.line - other.line || one.column - other.column
}
