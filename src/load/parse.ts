import type { Diagnostic } from '../model/diagnostic.ts'
import type { Document, SourceFile } from '../model/location.ts'
import { once } from '../model/once.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { decode } from '../text/decode.ts'
import { harmless } from '../text/harmless.ts'
import { type Lines, linesOf, locationOf, positionAt } from '../text/positions.ts'
import { checkTree } from './check-tree.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Places } from './locate.ts'
import { readJson } from './read-json.ts'
import { readYaml } from './read-yaml.ts'
import { readSoundJson } from './sound-json.ts'
import { SoundPlaces } from './sound-places.ts'
import type { Problem, Reading, SyntaxNode } from './syntax.ts'
import { toValue } from './to-value.ts'

/** Control characters that neither YAML nor JSON allows in a text: all but tab and line breaks. Told by what is none. */
const control = /[^\t\n\r -~\u0085\u00a0-\uffff]/

/**
 * The documents of one file: JSON if its name ends in `.json`, or it is a line of JSON Lines, otherwise YAML 1.2, of which a file may hold several.
 *
 * Values are deeply frozen, and made of plain objects, lists, texts, finite numbers, booleans and null. Dates stay
 * texts. What was written twice by an alias is one object.
 *
 * Errors, all that can be told at once, in the order of the text: FILE_TOO_LARGE, ENCODING_INVALID, SIZE_LIMIT, SYNTAX, YAML_FEATURE,
 * DUPLICATE_KEY, FORBIDDEN_KEY, VALUE_NOT_ALLOWED, DEPTH_LIMIT, ALIAS_LIMIT, EMPTY_DOCUMENT. Time and memory are
 * bounded by the limits, whatever the bytes are.
 */
export function parseFile(file: SourceFile, limits: Limits = defaultLimits): Result<readonly Document[], Diagnostic> {
  if (file.bytes.length > limits.bytes) return failed([tooLarge(file, limits)])
  const decoded = decode(file)
  if (!decoded.ok) return decoded
  const source: Source = {
    file: file.path,
    text: decoded.value,
    lines: once(() => linesOf(decoded.value, file.line)),
  }
  const tooLong = lengthProblem(source.text, limits)
  // Finding the lines of a text with millions of them would cost more than all the rest.
  if (tooLong) return failed(diagnosticsOf(truncated(source, tooLong.start, file.line), [tooLong], limits))
  const sound = readQuickly(source, file.bytes.length, limits)
  if (sound !== undefined) return ok([soundDocument(source, sound.value)])
  const unprintable = controlProblem(source.text)
  if (unprintable) return failed(diagnosticsOf(source, [unprintable], limits))
  const { documents, problems } = readAll(source, limits)
  if (problems.length > 0) return failed(diagnosticsOf(source, problems, limits))
  return ok(documents.map(({ root }, index) => documentOf(source, index, root)))
}

/** Characters of JSON that are parsed before its nesting is looked at: a megabyte of brackets takes a moment. */
const mostAtOnce = 1024 * 1024

type Source = { readonly file: string; readonly text: string; readonly lines: () => Lines }
type Read = { readonly documents: readonly { readonly root: SyntaxNode }[]; readonly problems: readonly Problem[] }

/** The value of JSON with which nothing is wrong. */
function readQuickly({ file, text }: Source, bytes: number, limits: Limits): ReturnType<typeof readSoundJson> {
  if (!isJson(file) || text.length > mostAtOnce) return undefined
  // In a text of one byte a character, `JSON.parse` refuses every control character but one.
  const willTell = text.length === bytes && !text.includes('\u007f')
  return willTell || controlProblem(text) === undefined ? readSoundJson(text, limits) : undefined
}

function readAll(source: Source, limits: Limits): Read {
  const reading = read(source, limits)
  const placeOf = (offset: number): string => {
    const { line, column } = positionAt(source.lines(), offset)
    return `line ${line}, column ${column}`
  }
  const documents: { root: SyntaxNode }[] = []
  const problems = [...reading.problems]
  for (const { root, sound, start } of reading.documents) {
    if (root === undefined) {
      if (sound) problems.push(emptyProblem(start, reading.documents.length))
    } else {
      documents.push({ root })
      if (sound) problems.push(...checkTree(root, limits, placeOf))
    }
  }
  if (documents.length === 0 && problems.length === 0) problems.push(emptyProblem(0, 1))
  return { documents, problems }
}

function isJson(path: string): boolean {
  return /\.(json|jsonl|ndjson)$/i.test(path)
}

function read(source: Source, limits: Limits): Reading {
  const { text } = source
  if (isJson(source.file)) return readJson(text, limits)
  // YAML ends a line with CR too, the parser does not; a replacement of the same length keeps every offset.
  return readYaml(text.replace(/\r(?!\n)/g, '\n'), limits)
}

function documentOf(source: Source, index: number, root: SyntaxNode): Document {
  return {
    file: source.file,
    index,
    value: toValue(root),
    at: placesIn(
      source,
      once(() => new Places(root)),
    ),
  }
}

/** Its places are read where one is asked for. */
function soundDocument(source: Source, value: unknown): Document {
  const places = once(() => new SoundPlaces(source.text))
  return { file: source.file, index: 0, value, at: placesIn(source, places) }
}

function placesIn({ file, lines }: Source, places: () => Pick<Places, 'at'>): Document['at'] {
  return (pointer, part = 'value') => {
    const { start, end } = places().at(pointer, part)
    return locationOf(file, lines(), start, end)
  }
}

/** In the order of the text; what is beyond the limit is counted, and never left out silently. */
function diagnosticsOf(source: Source, problems: readonly Problem[], limits: Limits): readonly Diagnostic[] {
  const sorted = [...problems].sort((one, other) => one.start - other.start)
  const listed = sorted.slice(0, limits.problems)
  const next = sorted[limits.problems]
  if (next !== undefined) {
    const more = sorted.length - limits.problems
    listed.push({
      ...next,
      code: 'SIZE_LIMIT',
      message: `At least ${more} more problems are not listed`,
      hint: 'Correct the others first.',
    })
  }
  return listed.map(({ code, message, hint, start, end }) => ({
    code,
    message,
    hint,
    at: locationOf(source.file, source.lines(), start, end),
  }))
}

function truncated({ file, text }: Source, end: number, line: number | undefined): Source {
  const start = text.slice(0, end)
  return { file, text: start, lines: () => linesOf(start, line) }
}

function controlProblem(text: string): Problem | undefined {
  const found = control.exec(text)
  if (found === null) return undefined
  const name = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const nul = found[0] === '\0'
  return {
    code: nul ? 'ENCODING_INVALID' : 'SYNTAX',
    message: nul ? 'There is a NUL character in the text' : `There is a control character (${name}) in the text`,
    hint: nul
      ? 'Is this a binary file, or UTF-16? Save it as UTF-8 text.'
      : `Remove it, or write it as "${harmless(found[0])}" in a quoted text.`,
    start: found.index,
    end: found.index + 1,
  }
}

/** Lines are counted before anything is made of them: a value that goes over millions is read slowly. */
function lengthProblem(text: string, limits: Limits): Problem | undefined {
  let start = 0
  for (let line = 1; line <= limits.lines; line += 1) {
    start = text.indexOf('\n', start) + 1
    if (start === 0 || start === text.length) return undefined
  }
  const message = `The file has more than ${limits.lines} lines`
  return { code: 'SIZE_LIMIT', message, hint: 'Split it into several files.', start, end: start }
}

function emptyProblem(start: number, documents: number): Problem {
  return {
    code: 'EMPTY_DOCUMENT',
    message: documents === 1 ? 'The file holds no document' : 'The document is empty',
    hint:
      documents === 1
        ? 'Write a document with "apiVersion" and "kind".'
        : 'Write a document here, or remove the "---" line.',
    start,
    end: start,
  }
}

function tooLarge({ path, bytes }: SourceFile, limits: Limits): Diagnostic {
  return {
    code: 'FILE_TOO_LARGE',
    message: `The file has ${bytes.length} bytes; the limit is ${limits.bytes}`,
    hint: 'Split it into several files.',
    at: { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 },
  }
}
