import { type Linted, lintRules } from '../author/lint/index.ts'
import { renderProblems } from '../render/problems.ts'
import { type LibraryFlags, readInputs } from './inputs.ts'
import { type Exit, exit, type Terminal, wantsColor } from './terminal.ts'

export type LintFlags = LibraryFlags & { readonly format: 'text' | 'json'; readonly color: boolean }

/** `douane lint`: the faults go to standard output; why there is no answer, to standard error. */
export async function lint(patterns: readonly string[], flags: LintFlags, terminal: Terminal): Promise<Exit> {
  const inputs = await readInputs(patterns.length === 0 ? undefined : patterns, flags, terminal)
  const linted =
    inputs.problems.length > 0 ? ({ ok: false, problems: inputs.problems } as const) : await lintRules(inputs.sources)
  if (!linted.ok) {
    const color = wantsColor(terminal, terminal.stderr, flags.color)
    terminal.stderr.write(renderProblems(linted.problems, inputs.files, { color }))
    return exit.unable
  }
  const { rules, faults } = linted.value
  const color = wantsColor(terminal, terminal.stdout, flags.color)
  const text = renderProblems(faults, inputs.files, { color, word: 'fault' })
  terminal.stdout.write(
    flags.format === 'json'
      ? `${JSON.stringify(linted.value, null, 2)}\n`
      : `${text}${text === '' ? '' : '\n'}${counted(rules, 'rule')}, ${counted(faults.length, 'fault')}\n`,
  )
  return exitFor(linted.value)
}

/** What could not be decided may be a fault: then it cannot be told. */
function exitFor({ faults }: Linted): Exit {
  if (faults.some(({ code }) => code === 'RULE_UNDECIDED')) return exit.unable
  return faults.length > 0 ? exit.fail : exit.pass
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`
