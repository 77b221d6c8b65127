import type { Diagnostic } from '../model/diagnostic.ts'
import type { Document, Location } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { nearest } from '../text/nearest.ts'
import { formatPointer } from '../text/pointer.ts'
import { kindOf } from './envelope.ts'
import type { DocumentKinds, Kind, Validators } from './kinds.ts'
import { defaultLimits } from './limits.ts'
import { type SchemaProblem, schemaProblem } from './schema-words.ts'
import { tellingErrors } from './telling-errors.ts'
import { withoutNulls } from './without-nulls.ts'

/**
 * Checks a document against the schema of its kind. The valid document has no keys that are null: they state nothing.
 *
 * `validators` has to hold the one of `kind`; that it does not is a mistake in the program, and throws.
 *
 * Errors, all of them, by place: those of `kindOf`, KIND_UNEXPECTED, KEY_UNKNOWN, KEY_MISSING, TYPE_MISMATCH,
 * VALUE_NOT_ALLOWED, FORMAT_INVALID, SCHEMA_MISMATCH. A missing key points at the mapping that it is missing from.
 */
export function validate<K extends Kind>(
  document: Document,
  kind: K,
  validators: Validators,
): Result<Document<DocumentKinds[K]>, Diagnostic> {
  const found = kindOf(document)
  if (!found.ok) return found
  if (found.value !== kind) return failed([unexpected(document, found.value, kind)])
  const validator = validators[kind]
  if (validator === undefined) throw new Error(`The validator of ${kind} was not loaded`)
  // A Report is written by this program, and says null where it means it.
  const value = kind === 'Report' ? document.value : withoutNulls(document.value)
  if (validator(value)) return ok({ ...document, value: value as DocumentKinds[K] })
  const errors = validator.errors ?? []
  const problems = withoutEchoes(tellingErrors(errors.slice(0, mostErrors)).map(schemaProblem))
  return failed(
    listed(
      problems.map((problem) => diagnosticOf(document, problem)),
      errors.length > mostErrors,
    ),
  )
}

/** What a validator reports beyond this is not looked at: the first ones have to be corrected anyway. */
const mostErrors = 2000

function unexpected({ at }: Document, found: Kind, wanted: Kind): Diagnostic {
  const message = `Expected a document of kind "${wanted}", found "${found}"`
  const hint = `Name a file with "kind: ${wanted}".`
  return { code: 'KIND_UNEXPECTED', message, hint, at: at(['kind']) }
}

/** A misspelt key is also missing in its right spelling: said once. */
function withoutEchoes(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const parentOf = ({ pointer }: SchemaProblem): string => formatPointer(pointer.slice(0, -1))
  const unknown = new Map<string, string[]>()
  for (const problem of problems) {
    if (problem.code !== 'KEY_UNKNOWN' || problem.key === undefined) continue
    const parent = parentOf(problem)
    unknown.set(parent, [...(unknown.get(parent) ?? []), problem.key])
  }
  return problems.filter((problem) => {
    if (problem.code !== 'KEY_MISSING' || problem.key === undefined) return true
    const { key } = problem
    return !unknown.get(parentOf(problem))?.some((written) => nearest(written, [key]) === key)
  })
}

function diagnosticOf({ at }: Document, { code, message, hint, pointer, part }: SchemaProblem): Diagnostic {
  return { code, message, hint, at: at(pointer, part) }
}

/** By place, each once; what is beyond the limit is counted. */
function listed(problems: readonly Diagnostic[], more: boolean): readonly Diagnostic[] {
  const sorted = [...problems].sort((one, other) => byPlace(one.at, other.at) || order(one.message, other.message))
  const once = sorted.filter((problem, place) => !isSame(problem, sorted[place - 1]))
  const next = once[defaultLimits.problems]
  if (next === undefined && !more) return once
  const first = once.slice(0, defaultLimits.problems)
  const message = `At least ${Math.max(1, once.length - first.length)} more problems are not listed`
  const last = next ?? first.at(-1)
  return last ? [...first, { ...last, code: 'SIZE_LIMIT', message, hint: 'Correct the others first.' }] : first
}

function isSame(one: Diagnostic, other: Diagnostic | undefined): boolean {
  return (
    other !== undefined && one.code === other.code && one.message === other.message && byPlace(one.at, other.at) === 0
  )
}

function byPlace(one: Location | undefined, other: Location | undefined): number {
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0)
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
