import type { RulePack } from '../../model/rule.ts'
import { asSentence, counted } from '../../settle/words.ts'
import type { Block, Item, Style } from './blocks.ts'
import type { Clause } from './clause.ts'
import type { DecisionTable, TableCase } from './decision-table.ts'
import type { Citation, ExplainedControl, ExplainedTerm, RuleExplanation } from './explanation.ts'
import { letterOf } from './text.ts'

/** A rule as a page, or as a part of one: `level` is that of its heading, and `terms` whether they are defined here. */
export function ruleBlocks(rule: RuleExplanation, style: Style, level = 1, terms = true): readonly Block[] {
  const { plain, code, strong } = style
  const name = rule.id.slice(rule.pack.length + 1)
  return [
    { kind: 'heading', level, text: plain(rule.title), anchor: name },
    { kind: 'paragraph', text: `Rule ${code(rule.id)}, on ${rule.appliesTo}.` },
    ...(rule.when === undefined
      ? [{ kind: 'paragraph', text: 'It always applies.' } as const]
      : clauseBlocks('It applies where', rule.when, style)),
    ...clauseBlocks('It requires that', rule.require, style),
    ...(terms ? termBlocks(rule.terms, style, level) : []),
    { kind: 'paragraph', text: `${strong('Where it is not met, the report says:')} ${plain(sentence(rule.message))}` },
    { kind: 'paragraph', text: `${strong('What to do then:')} ${plain(sentence(rule.remedy))}` },
    {
      kind: 'paragraph',
      text: `${strong(`Level ${rule.level}, based on ${rule.basis}.`)} ${rule.force.map(plain).join(' ')}`,
    },
    heading('Controls', level),
    { kind: 'list', items: rule.controls.map((control) => controlItem(control, style)) },
    heading('Sources', level),
    { kind: 'list', items: rule.sources.map((source) => ({ text: cited(source, style) })) },
    heading('Facts that decide it', level),
    {
      kind: 'table',
      columns: ['fact', 'what it says', 'what it may be', 'where from'],
      rows: rule.facts.map(({ fact, label, type, origin }) => [code(fact), plain(label), type, origin]),
    },
    ...(rule.tests === undefined
      ? [heading('Tests', level), { kind: 'paragraph', text: 'There are no tests of this rule.' } as const]
      : testBlocks(rule.tests, style, level)),
  ]
}

/** A control with the rules that check it. */
export function controlBlocks(
  control: ExplainedControl,
  rules: readonly RuleExplanation[],
  style: Style,
): readonly Block[] {
  const { plain } = style
  const checked =
    rules.length === 0
      ? 'No rule checks it.'
      : `${counted(rules.length, 'rule')} check${rules.length === 1 ? 's' : ''} it.`
  return [
    { kind: 'heading', level: 1, text: `${control.id}: ${plain(control.title)}` },
    { kind: 'paragraph', text: `Control ${control.id} comes from:` },
    { kind: 'list', items: control.sources.map((source) => ({ text: cited(source, style) })) },
    { kind: 'paragraph', text: checked },
    ...termBlocks(allTerms(rules), style, 1),
    ...rules.flatMap((rule) => ruleBlocks(rule, style, 2, false)),
  ]
}

/** A pack: what it covers, its controls, its terms, its rules. */
export function packBlocks(
  pack: Pick<RulePack, 'id' | 'title' | 'basis' | 'description'>,
  controls: readonly (ExplainedControl & { readonly rules: readonly string[] })[],
  rules: readonly RuleExplanation[],
  style: Style,
): readonly Block[] {
  const { plain, link } = style
  const basis = pack.basis === 'law' ? 'Without it, a result is partial in law.' : "It holds the firm's own promises."
  const nameOf = (rule: string): string => {
    const own = rule.startsWith(`${pack.id}/`)
    const name = own ? rule.slice(pack.id.length + 1) : rule
    return link(name, own ? `#${name}` : `${rule.split('/')[0]}.md#${rule.split('/')[1]}`)
  }
  return [
    { kind: 'heading', level: 1, text: plain(pack.title) },
    { kind: 'paragraph', text: `${plain(pack.description)} ${basis}` },
    heading('Controls', 1),
    {
      kind: 'table',
      columns: ['control', 'what must hold', 'sources', 'rules'],
      rows: controls.map(({ id, title, sources, rules: checking }) => [
        id,
        plain(title),
        sources.map((source) => cited(source, { ...style, link: (text) => text })).join('; '),
        checking.length === 0 ? 'none' : checking.map(nameOf).join(', '),
      ]),
    },
    ...termBlocks(allTerms(rules), style, 1),
    ...rules.flatMap((rule) => ruleBlocks(rule, style, 2, false)),
  ]
}

/** The terms of several rules, each once. */
export function allTerms(rules: readonly RuleExplanation[]): readonly ExplainedTerm[] {
  return [...new Map(rules.flatMap(({ terms }) => terms).map((term) => [term.name, term])).values()]
}

function heading(text: string, above: number): Block {
  return { kind: 'heading', level: above + 1, text }
}

/** `It requires that both of these hold:` and the list; or one sentence where that is short. */
function clauseBlocks(start: string, clause: Clause, style: Style): readonly Block[] {
  const line = inOneLine(clause, style)
  if (line !== undefined) return [{ kind: 'paragraph', text: `${style.strong(start)} ${line}.` }]
  return [
    { kind: 'paragraph', text: `${style.strong(start)} ${introduction(clause)}` },
    { kind: 'list', items: itemsOf(clause, style) },
  ]
}

function termBlocks(terms: readonly ExplainedTerm[], style: Style, above: number): readonly Block[] {
  if (terms.length === 0) return []
  const items = terms.map(({ name, title, description, means }): Item => {
    const term = style.defined(style.plain(title), name)
    const note = description === undefined ? '' : ` ${style.plain(description)}`
    const line = inOneLine(means, style)
    if (line !== undefined) return { text: `${term} means that ${line}.${note}` }
    const more = description === undefined ? [] : [{ mark: 'Note:', text: style.plain(description) }]
    return { text: `${term} means that ${introduction(means)}`, items: [...itemsOf(means, style), ...more] }
  })
  return [heading('What the terms mean', above), { kind: 'list', items }]
}

function introduction(clause: Clause): string {
  if (clause.kind === 'statement') return ''
  const two = clause.of.length === 2
  if (clause.kind === 'all') return two ? 'both of these hold:' : 'all of these hold:'
  return two ? 'at least one of these two holds:' : 'at least one of these holds:'
}

function itemsOf(clause: Clause, style: Style): readonly Item[] {
  if (clause.kind === 'statement') return []
  return clause.of.map((part, place): Item => {
    const mark = clause.kind === 'all' ? `${place + 1}.` : `(${letterOf(place)})`
    const line = inOneLine(part, style)
    if (line !== undefined) return { mark, text: line }
    return { mark, text: introduction(part), items: itemsOf(part, style) }
  })
}

/** What is longer is easier to read as a list. */
const longestLine = 180

/** A statement; or two or three of them joined, where that stays short. */
function inOneLine(clause: Clause, style: Style): string | undefined {
  if (clause.kind === 'statement') {
    const text = style.plain(clause.text)
    return clause.term === undefined ? text : style.term(text, clause.term)
  }
  const statements = clause.of.filter((part) => part.kind === 'statement')
  const length = statements.reduce((sum, { text }) => sum + text.length, 0)
  if (statements.length < clause.of.length || statements.length > 3 || length > longestLine) return undefined
  // An 'or' within a statement would leave open what the 'and' joins.
  if (statements.some(({ text }) => /, (and|or) /.test(text))) return undefined
  const lines = statements.map((part) => inOneLine(part, style))
  return lines.length === 2 && clause.kind === 'any' ? `${lines[0]}, or ${lines[1]}` : joined(lines, clause.kind)
}

function joined(lines: readonly (string | undefined)[], kind: 'all' | 'any'): string {
  return `${lines.slice(0, -1).join(', ')}, ${kind === 'all' ? 'and' : 'or'} ${lines.at(-1)}`
}

function controlItem({ id, title, sources }: ExplainedControl, style: Style): Item {
  const from = sources.map((source) => cited(source, style)).join('; ')
  return { mark: id, text: `${style.plain(title)} (${from})` }
}

function cited({ title, clause, address }: Citation, { plain, link }: Style): string {
  return `${link(plain(title), address)}, ${plain(clause)}`
}

/** Beyond this many facts a table is wider than a page: the cases then say in words in what they differ. */
const mostColumns = 6

function testBlocks(table: DecisionTable, style: Style, level: number): readonly Block[] {
  const { plain } = style
  const { asOf, always, facts, cases } = table
  const time = asOf === undefined ? [] : [`the check is made at ${asOf}`]
  const same = [...time, ...always.map(({ says }) => says)]
  const common: readonly Block[] =
    same.length === 0 ? [] : [{ kind: 'paragraph', text: `In every case: ${plain(same.join('; '))}.` }]
  const title = `Tests: ${counted(cases.length, 'case')}`
  const rows = facts.length <= mostColumns ? matrix(table, style) : differences(table, style)
  return [
    heading(title, level),
    { kind: 'folded', title: 'What each case states, and what comes of it', of: [...common, ...rows] },
  ]
}

/** One column for each fact that varies, under a letter. */
function matrix({ facts, cases }: DecisionTable, { plain, code }: Style): readonly Block[] {
  const letters = facts.map((_, place) => letterOf(place).toUpperCase())
  const named = new Map(facts.map(({ fact }, place) => [fact, letters[place] ?? '']))
  const timed = cases.some(({ asOf }) => asOf !== undefined)
  return [
    { kind: 'list', items: facts.map(({ label }, place) => ({ mark: `${letters[place]}:`, text: plain(label) })) },
    {
      kind: 'table',
      columns: ['case', ...(timed ? ['check made'] : []), ...letters, 'outcome', 'missing'],
      rows: cases.map(({ name, asOf = '', values, outcome, missing }) => [
        plain(name),
        ...(timed ? [asOf] : []),
        ...values.map((value) => (value === undefined ? '?' : plain(value))),
        outcome,
        missing.map((fact) => named.get(fact) ?? code(fact)).join(', '),
      ]),
    },
  ]
}

function differences(table: DecisionTable, style: Style): readonly Block[] {
  const { plain } = style
  return [
    { kind: 'paragraph', text: 'Unless a case says otherwise:' },
    { kind: 'list', items: table.usually.map(({ says }) => ({ text: plain(says) })) },
    {
      kind: 'table',
      columns: ['case', 'states instead', 'outcome', 'missing'],
      rows: table.cases.map((one) => [
        plain(one.name),
        plain(instead(one)),
        one.outcome,
        plain(one.missing.join(', ')),
      ]),
    },
  ]
}

function instead({ asOf, differs }: TableCase): string {
  const time = asOf === undefined ? [] : [`the check is made at ${asOf}`]
  return [...time, ...differs.map(({ says }) => says)].join('; ')
}

function sentence(text: string): string {
  return asSentence(/[.!?]$/.test(text) ? text : `${text}.`)
}
