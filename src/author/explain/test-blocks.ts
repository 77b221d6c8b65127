import { counted } from '../../settle/words.ts'
import type { Block, Style } from './blocks.ts'
import type { DecisionTable, Stated, TableCase } from './decision-table.ts'
import { letterOf } from './text.ts'

/** Beyond this many facts a table is wider than a page: the cases then say in words in what they differ. */
const mostColumns = 6

/** The tests of a rule as a decision table; `level`: of its heading. */
export function testBlocks(table: DecisionTable, style: Style, level: number): readonly Block[] {
  const { always, facts, cases } = table
  const same = always.length === 0 ? [] : [paragraph(`In every case: ${inWords(always)}.`, style)]
  const rows = facts.length <= mostColumns ? matrix(table, style) : differences(table, style)
  return [
    { kind: 'heading', level, text: `Tests: ${counted(cases.length, 'case')}` },
    { kind: 'folded', title: 'What each case states, and what comes of it', of: [...same, ...rows] },
  ]
}

/** One column for each fact that varies, under a letter. */
function matrix({ asOf: usual, facts, cases }: DecisionTable, style: Style): readonly Block[] {
  const { plain, code } = style
  const letters = facts.map((_, place) => letterOf(place).toUpperCase())
  const named = new Map(facts.map(({ fact }, place) => [fact, letters[place] ?? '']))
  const timed = cases.some(({ asOf }) => asOf !== undefined)
  const time = usual === undefined || timed ? [] : [paragraph(`${sentenceOf(madeAt(usual))}.`, style)]
  return [
    ...time,
    { kind: 'list', items: facts.map(({ label }, place) => ({ mark: `${letters[place]}:`, text: plain(label) })) },
    {
      kind: 'table',
      columns: ['case', ...(timed ? ['check made'] : []), ...letters, 'outcome', 'missing'],
      rows: cases.map(({ name, asOf = usual ?? '', values, outcome, missing }) => [
        plain(name),
        ...(timed ? [asOf] : []),
        ...values.map((value) => (value === undefined ? '?' : plain(value))),
        outcome,
        missing.map((fact) => named.get(fact) ?? code(fact)).join(', '),
      ]),
    },
    ...(cases.some(({ values }) => values.includes(undefined)) ? [paragraph('?: not stated', style)] : []),
  ]
}

/** What most cases state, and of each case in what it differs. */
function differences({ asOf: usual, usually, cases }: DecisionTable, style: Style): readonly Block[] {
  const { plain, code } = style
  const time = usual === undefined ? [] : [madeAt(usual)]
  const known = usually.filter(({ value }) => value !== undefined)
  const rest = known.length === usually.length ? [] : ['nothing else is stated']
  const lines = [...time, ...known.map(({ says }) => says), ...rest]
  return [
    paragraph('Unless a case says otherwise:', style),
    { kind: 'list', items: lines.map((text) => ({ text: plain(text) })) },
    {
      kind: 'table',
      columns: ['case', 'outcome', 'states instead', 'missing'],
      rows: cases.map((one) => [plain(one.name), one.outcome, plain(instead(one)), one.missing.map(code).join(', ')]),
    },
  ]
}

function instead({ asOf, differs }: TableCase): string {
  const time = asOf === undefined ? [] : [madeAt(asOf)]
  return [...time, ...(differs.length === 0 ? [] : [inWords(differs)])].join('; ')
}

/** What is stated, and then what is not. */
function inWords(stated: readonly Stated[]): string {
  const known = stated.filter(({ value }) => value !== undefined)
  const open = stated.filter(({ value }) => value === undefined)
  const left = open.length === 0 ? [] : [`not stated: ${open.map(({ says }) => says).join(', ')}`]
  return [...known.map(({ says }) => says), ...left].join('; ')
}

function madeAt(asOf: string): string {
  return `the check is made at ${asOf}`
}

function sentenceOf(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function paragraph(text: string, { plain }: Style): Block {
  return { kind: 'paragraph', text: plain(text) }
}
