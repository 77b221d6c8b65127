import type { Settings, Written } from '../batch/answer.ts'
import { inTurn } from '../batch/in-turn.ts'
import { type Answered, answerAll } from '../batch/portfolio.ts'
import { type Listed, listFiles } from '../io/list-files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { excusedTwice } from '../settle/excused.ts'
import { type Assistants, assistantsFor } from './assistants.ts'
import type { CheckFlags } from './check-flags.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { filesIn, outputProblems, outputsIn } from './outputs.ts'
import { cacheFor } from './portfolio-cache.ts'
import { isLines, type Portfolio, portfolioOf } from './portfolio-inputs.ts'
import { type Outputs, openOutputs } from './portfolio-outputs.ts'
import { tell } from './problems.ts'
import { countOn } from './progress.ts'
import { Closed, teamFor, threadsFor } from './team.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

/** Fewer files than this are checked at once and shown together. */
const many = 10

/**
 * `douane check` of many engagements: one after the other, each written as soon as it and those before it are done. What
 * is wrong with one is told, and does not keep the others from being checked.
 *
 * `undefined` where there are few: those are checked at once.
 */
export async function checkPortfolio(
  patterns: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<Exit | undefined> {
  const found = await listFiles(patterns, terminal.cwd)
  const listed = found.ok ? found.value : []
  const stdin = patterns.includes('-') ? [flags.stdinFilename] : []
  const names = [...listed.map(({ shown }) => shown), ...stdin]
  const asked = flags.workers !== undefined || flags.cache !== undefined
  if (names.length === 0 || !found.ok || (!asked && names.length < many && !names.some(isLines))) return undefined
  if (!names.some(isLines) && notOfLines(flags).length > 0) return undefined
  const formats = flags.format ?? ['text']
  const manner = { json: formats.every((format) => format === 'json'), color: flags.color }
  const annotations = formats.includes('github') && flags['output.github'] === undefined
  const say: Say = (problems, files) => tell(problems, files, manner, terminal)
  const assistants = assistantsFor(listed.length, threadsFor(flags.workers))
  const inputs = await readInputs(undefined, { ...flags, elsewhere: true }, terminal)
  const given = { listed, stdin: stdin[0], inputs, assistants }
  const portfolio = await portfolioFor(given, flags, terminal).finally(assistants.end)
  const outputs = portfolio.problems.length > 0 ? undefined : await openOutputs(flags, terminal)
  if (outputs === undefined || !outputs.ok || portfolio.value === undefined) {
    const problems = [...portfolio.problems, ...(outputs === undefined || outputs.ok ? [] : outputs.problems)]
    tell(problems, inputs.files, { ...manner, annotations }, terminal)
    return exit.unable
  }
  const run = { portfolio: portfolio.value, outputs: outputs.value, inputs, names, say }
  return checkAll(run, flags, terminal)
}

type Say = (problems: readonly Diagnostic[], files: readonly SourceFile[]) => void

type Run = {
  readonly portfolio: Portfolio
  readonly outputs: Outputs
  readonly inputs: Inputs
  readonly names: readonly string[]
  readonly say: Say
}

/** What can be told to be wrong before anything is checked: then nothing is concluded, as what is missing may decide. */
async function portfolioFor(
  {
    listed,
    stdin,
    inputs: { sources, problems },
    assistants: { lookers },
  }: {
    readonly listed: readonly Listed[]
    readonly stdin: string | undefined
    readonly inputs: Inputs
    readonly assistants: Assistants
  },
  flags: CheckFlags,
  terminal: Terminal,
): Promise<{ readonly value?: Portfolio; readonly problems: readonly Diagnostic[] }> {
  const { config, waivers = [], baseline } = sources
  const others = new Set([config ?? [], waivers, baseline ?? []].flat().map(({ path }) => path))
  const files = listed.filter(({ shown }) => !others.has(shown))
  const portfolio = await portfolioOf(files, stdin, terminal, {
    keyed: flags.cache !== undefined,
    lookers,
  })
  const named = outputsIn(flags).length > 0 || flags.createBaseline !== undefined
  const given = named ? files.map(({ shown }) => ({ path: shown, bytes: new Uint8Array() })) : []
  const wrong = [
    ...outputProblems(flags, filesIn({ ...sources, files: given }), terminal.cwd),
    ...notOfLines(flags),
    ...problems,
    ...(portfolio.ok ? [] : portfolio.problems),
  ]
  return portfolio.ok ? { value: portfolio.value, problems: wrong } : { problems: wrong }
}

/** What is only done of engagements that are checked at once: a baseline of all, and what belongs to one of them. */
function notOfLines({ createBaseline, plan = [], evidence = [] }: CheckFlags): readonly Diagnostic[] {
  const given = {
    '--create-baseline': createBaseline !== undefined,
    '--plan': plan.length,
    '--evidence': evidence.length,
  }
  return Object.entries(given).flatMap(([flag, is]): readonly Diagnostic[] => {
    const message = `${flag} does not go with JSON Lines`
    return is ? [{ code: 'FLAG_INVALID', message, hint: 'Name files with one engagement each.' }] : []
  })
}

async function checkAll(run: Run, flags: CheckFlags, terminal: Terminal): Promise<Exit> {
  const { portfolio, outputs, inputs, names, say } = run
  const settings = settingsOf(run, flags, terminal)
  const { cache, close } = cacheFor(settings, flags, terminal)
  const team = teamFor(settings, flags.workers)
  const counting = countOn(terminal, portfolio.count)
  let worst = exit.pass as Exit
  let reports = 0
  const twice = excusedTwice()
  const add = ({ parts, passed }: Written): Promise<void> | undefined => {
    reports += 1
    if (!passed) worst = Math.max(worst, exit.fail) as Exit
    return outputs.add(parts)
  }
  const wrong = async (problems: readonly Diagnostic[], file: SourceFile | undefined): Promise<void> => {
    worst = exit.unable
    await outputs.flush()
    say(problems, file === undefined ? [] : [file])
    await outputs.annotate(problems)
  }
  const take = (answered: Answered): Promise<void> | undefined => {
    const { written } = answered.answer
    const problems = [...answered.answer.problems, ...written.flatMap(({ excused }) => twice(excused))]
    counting.clear()
    const adding = inTurn(written, add)
    if (adding === undefined && problems.length === 0) return void counting.step()
    const rest = async (): Promise<void> => {
      await adding
      if (problems.length > 0) await wrong(problems, answered.file)
      counting.step()
    }
    return rest()
  }
  try {
    const how = { answer: team.answer, most: team.size * 4, ...(cache === undefined ? {} : { cache }) }
    await answerAll(portfolio.items(), how, take)
  } catch (error) {
    if (!(error instanceof Closed)) {
      outputs.abandon()
      throw error
    }
  } finally {
    counting.clear()
    await team.end()
  }
  const unread = reports === 0 || team.opened() ? await team.problems() : []
  const nothing = reports === 0 && worst !== exit.unable && unread.length === 0 ? [noEngagement(names)] : []
  await outputs.annotate([...unread, ...nothing])
  const last = [...unread, ...nothing, ...(await outputs.end())]
  say(last, [...inputs.files, ...portfolio.shared])
  // What is wrong with what they share is told by every run, so that no run may do without looking at it.
  if (unread.length === 0) close()
  return last.length > 0 ? exit.unable : worst
}

function settingsOf({ portfolio, outputs, inputs, names }: Run, flags: CheckFlags, terminal: Terminal): Settings {
  const own = new Set(names)
  return {
    sources: {
      ...inputs.sources,
      files: portfolio.shared,
      // A file that is named twice is read once.
      registry: inputs.sources.registry.filter(({ path }) => !own.has(path)),
    },
    options: {
      asOf: flags.asOf ?? terminal.now(),
      failLevel: flags.failLevel,
      explainAll: flags.explain === 'all',
      secondOpinion: flags.secondOpinion ?? false,
    },
    outputs: outputs.outputs,
    ...(flags.audience === undefined ? {} : { audience: flags.audience }),
    dated: flags.cache !== undefined && flags.secondOpinion !== true,
  }
}

function noEngagement([first = '']: readonly string[]): Diagnostic {
  const at = { file: first, line: 1, column: 1, endLine: 1, endColumn: 1 }
  const message = 'No document of kind "Engagement" is in the files'
  return { code: 'NO_INPUT', message, hint: 'Name a file with a descriptor: a document with "kind: Engagement".', at }
}
