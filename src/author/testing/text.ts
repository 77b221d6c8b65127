import type { Location, SourceFile } from '../../model/location.ts'
import { type Paint, painter } from '../../render/text/colour.ts'
import { wrapped } from '../../render/text/wrap.ts'
import { codeFrame } from '../../text/code-frame.ts'
import { decode } from '../../text/decode.ts'
import { harmless } from '../../text/harmless.ts'
import { caseLines, type WrittenCase } from './case-text.ts'
import { conditionText } from './condition-text.ts'
import type { LeafCoverage, Need } from './coverage.ts'
import { failureLines } from './failure-text.ts'
import type { Tested } from './index.ts'
import type { RuleCoverage, RuleMutation } from './measure.ts'
import type { Mutant } from './mutants.ts'
import { coverageScore, mutationScore, percent, reaches, type Score, total, wanted } from './score.ts'

export type TextOptions = {
  /** What was read, for excerpts. */
  readonly files: readonly SourceFile[]
  readonly color?: boolean
  readonly width?: number
  /** What is enough, in percent, where it is not the usual. */
  readonly min?: number
}

/** What came of the tests, for people: what fails and why, and which cases to add. */
export function testedText(tested: Tested, { files, color = false, width = 96, min }: TextOptions): string {
  const paint = painter(color)
  const enough = { coverage: min ?? wanted.coverage, mutation: min ?? wanted.mutation }
  const page = { paint, width, files, tested, enough }
  const blocks = [
    ...failureBlocks(page),
    ...(tested.coverage ?? []).flatMap((one) => coverageBlock(one, page)),
    ...(tested.mutation ?? []).flatMap((one) => mutationBlock(one, page)),
    summary(page),
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

type Page = {
  readonly paint: Paint
  readonly width: number
  readonly files: readonly SourceFile[]
  readonly tested: Tested
  readonly enough: Enough
}

type Enough = { readonly coverage: number; readonly mutation: number }

type Block = readonly string[]

function failureBlocks({ tested, paint, width, files }: Page): readonly Block[] {
  return tested.results.flatMap((result) =>
    result.results
      .filter(({ passed }) => !passed)
      .map((failure) => [
        `${paint('FAIL', 'bold', 'red')}  ${paint(result.rule.id, 'bold')}: ${harmless(failure.one.name)}`,
        ...placeLines(failure.one.at, [], paint),
        ...excerptOf(failure.one.at, files),
        ...failureLines(result, failure, { paint, width }),
      ]),
  )
}

function excerptOf(at: Location, files: readonly SourceFile[]): Block {
  const file = files.find(({ path }) => path === at.file)
  const text = file === undefined ? undefined : decode(file)
  return text?.ok
    ? [
        '',
        ...codeFrame(text.value, at)
          .split('\n')
          .map((line) => `  ${line}`),
        '',
      ]
    : []
}

/** `  rules/pack.yaml:61:9, in sccCounts > sccBindsInTime` */
function placeLines({ file, line, column }: Location, within: readonly string[], paint: Paint): Block {
  const where = within.length === 0 ? '' : `, in ${within.join(' > ')}`
  return [`  ${paint(`${harmless(file)}:${line}:${column}`, 'cyan')}${where}`]
}

function coverageBlock(covered: RuleCoverage, page: Page): readonly Block[] {
  const { rule, uncovered, proposals } = covered
  if (uncovered.length === 0) return []
  const heading = headingOf('UNCOVERED', rule.id, coverageScore(covered), 'leaves shown', page)
  return [[heading, ...uncovered.flatMap((leaf) => leafLines(leaf, page)), ...addLines(rule.id, proposals, page)]]
}

const decided = { when: 'whether the rule applies', require: 'between pass and fail' } as const

function needText(need: Need, root: LeafCoverage['root']): string {
  if (need === 'unknown') return 'No case in which it is unknown, and alone keeps the outcome open.'
  return `No case in which it is ${need} and decides ${decided[root]}.`
}

function leafLines({ part, root, lacks }: LeafCoverage, { paint }: Page): Block {
  return [
    ...placeLines(part.at, part.within, paint),
    `    ${conditionText(part.condition)}`,
    ...lacks.map((need) => `    ${needText(need, root)}`),
  ]
}

function mutationBlock(mutated: RuleMutation, page: Page): readonly Block[] {
  const { rule, survivors, proposals } = mutated
  if (survivors.length === 0) return []
  const heading = headingOf('SURVIVED', rule.id, mutationScore(mutated), 'mutants killed', page)
  return [[heading, ...survivors.flatMap((mutant) => mutantLines(mutant, page)), ...addLines(rule.id, proposals, page)]]
}

function mutantLines({ at, within, before, after }: Mutant, { paint }: Page): Block {
  return [
    ...placeLines(at, within, paint),
    paint(`    - ${before}`, 'red'),
    ...(after === '' ? [] : [paint(`    + ${after}`, 'green')]),
  ]
}

function headingOf(word: string, rule: string, score: Score, what: string, { paint }: Page): string {
  return `${paint(word, 'bold', 'yellow')}  ${paint(rule, 'bold')}  ${percent(score)}%, ${score.good} of ${score.of} ${what}`
}

/** Of cases to paste, whatever the terminal shows. */
const codeWidth = 112

/** Cases to paste, and a word on what they do not reach. */
function addLines(rule: string, proposals: readonly WrittenCase[], { tested, paint, width }: Page): Block {
  const file = tested.results.find((result) => result.rule.id === rule)?.at.file
  if (file === undefined) return ['  The rule has no tests.']
  if (proposals.length === 0) {
    const hint = 'No case close to the present ones does it. Does it matter? `douane lint` tells what cannot.'
    return wrapped(hint, width, 2)
  }
  return [
    `  ${paint('Add', 'dim')} to ${harmless(file)}:`,
    ...proposals.flatMap((one) => caseLines(one, codeWidth).map((line) => `    ${harmless(line)}`)),
  ]
}

function summary({ tested, paint, enough }: Page): Block {
  const { results, untested, waiting, coverage = [], mutation = [] } = tested
  const cases = results.flatMap((result) => result.results)
  const failed = cases.filter(({ passed }) => !passed).length
  const verdict = failed === 0 ? paint('PASS', 'bold', 'green') : paint('FAIL', 'bold', 'red')
  const counts = `${counted(cases.length - failed, 'case')} passed, of ${counted(results.length, 'rule')}`
  const equivalent = mutation.reduce((sum, one) => sum + one.equivalent, 0)
  const proven = equivalent === 0 ? '' : `, ${equivalent} proven to be no change`
  return [
    ...untested.map(({ id, at }) => `${paint('NO TESTS', 'bold', 'yellow')}  ${id}  ${harmless(at.file)}`),
    `${verdict}  ${failed === 0 ? '' : `${failed} failed, `}${counts}`,
    ...(waiting ? ['What the tests show is measured once all of them pass.'] : []),
    ...scoreLines(
      'Coverage',
      'leaves shown',
      coverage.map((one) => ({ pack: one.rule.pack, ...coverageScore(one) })),
      enough.coverage,
    ),
    ...scoreLines(
      'Mutation',
      `mutants killed${proven}`,
      mutation.map((one) => ({ pack: one.rule.pack, ...mutationScore(one) })),
      enough.mutation,
    ),
  ]
}

type PackScore = Score & { readonly pack: string }

/** The score of all rules, and of each pack. */
function scoreLines(name: string, what: string, scores: readonly PackScore[], least: number): Block {
  if (scores.length === 0) return []
  const packs = [...new Set(scores.map(({ pack }) => pack))]
  const longest = Math.max(...packs.map((pack) => pack.length))
  const all = total(scores)
  return [
    `${name}  ${percent(all)}%, ${all.good} of ${all.of} ${what}${reaches(all, least) ? '' : `; ${least}% is wanted`}`,
    ...packs.map((pack) => {
      const { good, of } = total(scores.filter((score) => score.pack === pack))
      return `  ${pack.padEnd(longest)}  ${`${percent({ good, of })}%`.padEnd(6)}  ${good} of ${of}`
    }),
  ]
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
