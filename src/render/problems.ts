import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { codeFrame } from '../text/code-frame.ts'
import { decode } from '../text/decode.ts'
import { harmless } from '../text/harmless.ts'
import { type Lines, linesOf } from '../text/positions.ts'
import { asJson } from './json.ts'
import { painter } from './text/colour.ts'

/** A problem, or a fault that was found in what could be read. */
type Told = Omit<Diagnostic, 'code'> & { readonly code: string }

/** Why nothing could be concluded, or what was found: each with its place, what was seen, and what to do. */
export function renderProblems(
  problems: readonly Told[],
  files: readonly SourceFile[],
  { color = false, word = 'error' }: { readonly color?: boolean; readonly word?: 'error' | 'fault' | 'refused' } = {},
): string {
  const paint = painter(color)
  const texts = new Map<string, Lines | undefined>()
  const linesIn = (path: string): Lines | undefined => {
    if (!texts.has(path)) texts.set(path, textOf(files, path))
    return texts.get(path)
  }
  const blocks = problems.map(({ code, message, hint, at }) => {
    const lines = at === undefined ? undefined : linesIn(at.file)
    const frame = at === undefined || lines === undefined ? '' : codeFrame(lines, at)
    return [
      `${paint(word, 'bold', 'red')} ${paint(code, 'bold')}: ${harmless(message)}`,
      ...(at === undefined ? [] : [paint(`  ${harmless(at.file)}:${at.line}:${at.column}`, 'cyan')]),
      ...(frame === '' ? [] : frame.split('\n').map((line) => `  ${line}`)),
      `  ${harmless(hint)}`,
    ].join('\n')
  })
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

/** The same for programs: one JSON document, or nothing where there is no problem. */
export function problemsAsJson(problems: readonly Diagnostic[]): string {
  return problems.length === 0 ? '' : `${asJson({ problems })}\n`
}

function textOf(files: readonly SourceFile[], path: string): Lines | undefined {
  const file = files.find((one) => one.path === path)
  const text = file === undefined ? undefined : decode(file)
  return text?.ok ? linesOf(text.value, file?.line) : undefined
}
