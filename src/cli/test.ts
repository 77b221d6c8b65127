import { type Tested, testRules } from '../author/testing/index.ts'
import { testedJson } from '../author/testing/json.ts'
import { coverageScore, mutationScore, reaches, total, wanted } from '../author/testing/score.ts'
import { testedText } from '../author/testing/text.ts'
import { watchFiles } from '../io/watch-files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { renderProblems } from '../render/problems.ts'
import { type Inputs, type LibraryFlags, readInputs } from './inputs.ts'
import { progressOn } from './progress.ts'
import { type Exit, exit, type Terminal, wantsColor } from './terminal.ts'

export type TestFlags = LibraryFlags & {
  readonly run?: string
  readonly coverage?: boolean
  readonly mutate?: boolean
  readonly min?: number
  readonly watch?: boolean
  readonly format: 'text' | 'json'
  readonly color: boolean
}

const here = 'rules'

/** `douane test`: runs the tests of rules, once or whenever something is saved. */
export async function test(patterns: readonly string[], flags: TestFlags, terminal: Terminal): Promise<Exit> {
  if (flags.min !== undefined && !flags.coverage && !flags.mutate) {
    const message = '--min says how much coverage or which mutation score is enough, and neither is measured'
    const hint = 'Add --coverage or --mutate, or leave it out.'
    terminal.stderr.write(renderProblems([{ code: 'FLAG_INVALID', message, hint }], []))
    return exit.unable
  }
  return flags.watch ? watched(patterns, flags, terminal) : once(patterns, flags, terminal)
}

async function once(patterns: readonly string[], flags: TestFlags, terminal: Terminal): Promise<Exit> {
  const inputs = await inputsFor(patterns, flags, terminal)
  const tested =
    inputs.problems.length > 0
      ? ({ ok: false, problems: inputs.problems } as const)
      : await testRules(inputs.sources, {
          ...(flags.run === undefined ? {} : { run: flags.run }),
          coverage: flags.coverage ?? false,
          mutate: flags.mutate ?? false,
          onProgress: progressOn(terminal, 'rules measured'),
        })
  if (!tested.ok) {
    const color = wantsColor(terminal, terminal.stderr, flags.color)
    terminal.stderr.write(renderProblems(tested.problems, inputs.files, { color }))
    return exit.unable
  }
  const color = wantsColor(terminal, terminal.stdout, flags.color)
  const width = Math.min(110, Math.max(60, terminal.stdout.columns ?? 110))
  const { files } = inputs
  const shown = { files, color, width, ...(flags.min === undefined ? {} : { min: flags.min }) }
  terminal.stdout.write(flags.format === 'json' ? testedJson(tested.value) : testedText(tested.value, shown))
  return isGood(tested.value, flags.min) ? exit.pass : exit.fail
}

/** Without a name: the folders of --rules, or else the folder `rules` here. */
async function inputsFor(patterns: readonly string[], flags: TestFlags, terminal: Terminal): Promise<Inputs> {
  if (patterns.length > 0) return readInputs(patterns, flags, terminal)
  if (flags.rules.length > 0) return readInputs(flags.rules, { ...flags, rules: [] }, terminal)
  const inputs = await readInputs([here], flags, terminal)
  return { ...inputs, problems: inputs.problems.map((one) => (isAbsent(one) ? noRules : one)) }
}

const isAbsent = ({ code, at }: Diagnostic): boolean => code === 'FILE_NOT_FOUND' && at?.file === here

const noRules: Diagnostic = {
  code: 'NO_INPUT',
  message: 'Nothing was named to test, and there is no folder "rules" here',
  hint: 'Name the folder with the rules and their tests.',
}

function isGood({ results, coverage = [], mutation = [], waiting }: Tested, min: number | undefined): boolean {
  if (waiting || results.some((result) => result.results.some(({ passed }) => !passed))) return false
  return (
    reaches(total(coverage.map(coverageScore)), min ?? wanted.coverage) &&
    reaches(total(mutation.map(mutationScore)), min ?? wanted.mutation)
  )
}

/** Runs again after each save, until interrupted; the last result counts. */
async function watched(patterns: readonly string[], flags: TestFlags, terminal: Terminal): Promise<Exit> {
  const named = patterns.length > 0 ? patterns : flags.rules.length > 0 ? [] : [here]
  let last: Exit = exit.unable
  let running = Promise.resolve()
  let watching: ReturnType<typeof watchFiles> | undefined
  await new Promise<void>((resolve, reject) => {
    const runAgain = (): void => {
      // Two runs at once would mix what they say.
      running = running.then(async () => {
        last = await once(patterns, flags, terminal)
        terminal.stderr.write('Waiting for changes. Ctrl+C ends.\n')
      })
      running.catch(reject)
    }
    runAgain()
    watching = watchFiles(terminal.cwd, [...named, ...flags.rules, ...flags.registry], runAgain)
    terminal.onInterrupt?.(resolve)
  }).finally(() => watching?.stop())
  await running
  return last
}
