import type { Diagnostic } from '../model/diagnostic.ts'
import type { Document } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { seen, shortened } from '../text/harmless.ts'
import { nearest, oneOf, suggest } from '../text/nearest.ts'
import { apiVersion, type Kind, kinds } from './kinds.ts'

/**
 * What kind of document this is, by its `apiVersion` and `kind`. Nothing else of it has been looked at.
 *
 * Errors: TYPE_MISMATCH (not a mapping), KEY_MISSING, API_VERSION_UNKNOWN, KIND_UNKNOWN.
 */
export function kindOf({ value, at }: Document): Result<Kind, Diagnostic> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hint = `Write a mapping with "apiVersion: ${apiVersion}" and "kind".`
    return failed([{ code: 'TYPE_MISMATCH', message: `Expected a document, found ${seen(value)}`, hint, at: at([]) }])
  }
  const { apiVersion: version, kind } = value as Readonly<Record<string, unknown>>
  const problems: Diagnostic[] = []
  const missing = (key: string, add: string): void => {
    const written = nearest(key, Object.keys(value))
    const hint = written === undefined ? add : `Write "${key}" for "${shortened(written)}".`
    problems.push({ code: 'KEY_MISSING', message: `The key "${key}" is missing`, hint, at: at([key]) })
  }
  if (version === undefined || version === null) missing('apiVersion', `Add "apiVersion: ${apiVersion}".`)
  else if (version !== apiVersion) {
    const message = `The version ${seen(version)} is not known`
    problems.push({ code: 'API_VERSION_UNKNOWN', message, hint: `Use "${apiVersion}".`, at: at(['apiVersion']) })
  }
  const known = kinds.find((name) => name === kind)
  if (kind === undefined || kind === null) missing('kind', `Add "kind", ${oneOf(kinds)}.`)
  else if (known === undefined) {
    const hint = typeof kind === 'string' ? suggest(kind, kinds) : `Use ${oneOf(kinds)}.`
    problems.push({ code: 'KIND_UNKNOWN', message: `The kind ${seen(kind)} is not known`, hint, at: at(['kind']) })
  }
  return problems.length === 0 && known !== undefined ? ok(known) : failed(problems)
}
