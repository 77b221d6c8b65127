import type { Report } from '../model/generated/report.ts'
import type { OpenFinding, Task } from '../model/report.ts'
import type { Level } from '../model/rule.ts'
import { byText } from './order.ts'
import { counted, listInWords } from './words.ts'

export type Verdict = { readonly result: 'pass' | 'fail'; readonly headline: string }

type Weighed = Pick<OpenFinding, 'level' | 'waiver' | 'baselined'>

/** What failed or is unknown, what there is to do about it, and the waivers that were given. */
export type Found = {
  readonly open: readonly Weighed[]
  /** Whether an error-level rule passed. */
  readonly passed: boolean
  readonly toDo: readonly (Pick<Task, 'outcome' | 'ask'> & { readonly findings: readonly Weighed[] })[]
  readonly exceptions: readonly Pick<Report['exceptions'][number], 'level'>[]
}

const weight: Readonly<Record<Level, number>> = { error: 2, warning: 1, note: 0 }

/** Whether what weighs so much counts at a fail level. */
export const countsAt = (level: Level, failLevel: Level): boolean => weight[level] >= weight[failLevel]

/** What decides the verdict. */
export type Weighing = {
  /** What failed or is unknown at the fail level or above, and is not waived. */
  readonly open: Found['open']
  /** The same, waived. */
  readonly waived: Found['open']
  /** Waivers that lift nothing, and weigh. */
  readonly faults: number
}

export function weighing({ open: all, exceptions }: Found, failLevel: Level): Weighing {
  const counts = (level: Level): boolean => countsAt(level, failLevel)
  const open = all.filter(({ level }) => counts(level))
  return {
    open: open.filter(({ waiver }) => waiver === undefined),
    waived: open.filter(({ waiver }) => waiver !== undefined),
    faults: exceptions.filter(({ level }) => level !== undefined && counts(level)).length,
  }
}

/**
 * The overall verdict. It passes only if at least one error-level rule passed, and nothing at the fail level or above
 * failed or stayed unknown without a waiver, nor is a waiver at fault. The fail level can only make it stricter: errors
 * always count. What is in the baseline counts as everything does.
 */
export function verdictOf(found: Found, failLevel: Level, packsLeftOut: readonly string[]): Verdict {
  const weighed = weighing(found, failLevel)
  const { open, faults } = weighed
  const { passed } = found
  const clear = open.length === 0 && faults === 0
  const result = clear && passed ? 'pass' : 'fail'
  const remarks = [
    ...(packsLeftOut.length > 0 ? [`partial: ${listInWords(packsLeftOut)} not checked`] : []),
    ...remainingInWords(found.toDo, failLevel),
    ...baselineInWords(open),
    ...(faults > 0 ? [`${counted(faults, 'waiver')} to correct`] : []),
    ...(clear && !passed ? ['no error-level requirement was shown to be met'] : []),
    ...waivedInWords(weighed.waived),
  ]
  return { result, headline: `${result.toUpperCase()}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}` }
}

/**
 * What a person has to do, and how much hangs on it: `4 failed, in 8 decisions`, `9 statements missing, on which 146
 * decisions wait`. An unknown that no statement would decide is undecided. What is in the baseline is told apart.
 */
function remainingInWords(toDo: Found['toDo'], failLevel: Level): readonly string[] {
  let [failures, failed, statements, waiting, undecided] = [0, 0, 0, 0, 0]
  for (const { outcome, ask, findings } of toDo) {
    let decisions = 0
    for (const { level, waiver, baselined } of findings) {
      if (countsAt(level, failLevel) && waiver === undefined && !baselined) decisions += 1
    }
    if (decisions === 0) continue
    if (outcome === 'fail') {
      failures += 1
      failed += decisions
    } else if (ask !== undefined) {
      statements += 1
      waiting += decisions
    } else undecided += decisions
  }
  const waits = waiting === 1 ? 'waits' : 'wait'
  return [
    ...(failures > 0 ? [`${failures} failed${failed > failures ? `, in ${counted(failed, 'decision')}` : ''}`] : []),
    ...(statements > 0
      ? [`${counted(statements, 'statement')} missing, on which ${counted(waiting, 'decision')} ${waits}`]
      : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ]
}

function baselineInWords(open: Found['open']): readonly string[] {
  const held = open.filter(({ baselined }) => baselined).length
  if (held === 0) return []
  const are = held === 1 ? 'is' : 'are'
  return held === open.length
    ? [`${held === 1 ? 'the one open decision' : `all ${held} open decisions`} ${are} in the baseline`]
    : [`${held} more ${are} in the baseline`]
}

/** `2 waived until 2027-01-31`; the first day on which one of them ends, where that is not the same for all. */
function waivedInWords(waived: Found['open']): readonly string[] {
  const days = [...new Set(waived.flatMap(({ waiver }) => waiver?.expires ?? []))].sort(byText)
  const [first] = days
  if (first === undefined) return []
  return [`${waived.length} waived${days.length > 1 ? ', the first' : ''} until ${first}`]
}
