import type { Block, Item, Style } from './blocks.ts'
import type { Clause } from './clause.ts'
import type { ExplainedTerm, RuleExplanation } from './explanation.ts'
import { letterOf } from './text.ts'

/** `It requires that both of these hold:` and the list; or one sentence where that is short. */
export function clauseBlocks(start: string, clause: Clause, style: Style): readonly Block[] {
  const line = inOneLine(clause, style)
  if (line !== undefined) return [{ kind: 'paragraph', text: `${style.strong(start)} ${line}.` }]
  return [
    { kind: 'paragraph', text: `${style.strong(start)} ${introduction(clause)}` },
    { kind: 'list', items: itemsOf(clause, style) },
  ]
}

/** The term that says all that a rule requires: it is better written out than looked up. A rule may require its contrary. */
export function wholeRequirement({ require, terms }: RuleExplanation): ExplainedTerm | undefined {
  if (require.kind !== 'statement') return undefined
  return terms.find(({ id, title }) => id === require.term && title === require.text)
}

export function requirementBlocks(rule: RuleExplanation, style: Style): readonly Block[] {
  const term = wholeRequirement(rule)
  if (term === undefined) return clauseBlocks('It requires that', rule.require, style)
  const { title, means, description } = term
  const start = `${style.strong('It requires that')} ${style.plain(title)}. This means that`
  const line = inOneLine(means, style)
  return [
    { kind: 'paragraph', text: line === undefined ? `${start} ${introduction(means)}` : `${start} ${line}.` },
    ...(line === undefined ? [{ kind: 'list', items: itemsOf(means, style) } as const] : []),
    ...(description === undefined ? [] : [{ kind: 'paragraph', text: style.plain(description) } as const]),
  ]
}

/** What terms mean, under a heading below that of `above`. */
export function termBlocks(terms: readonly ExplainedTerm[], style: Style, above: number): readonly Block[] {
  if (terms.length === 0) return []
  const items = terms.map(({ id, title, description, means }): Item => {
    const { mark, text } = style.defined(style.plain(title), id)
    const note = description === undefined ? '' : ` ${style.plain(description)}`
    const line = inOneLine(means, style)
    if (line !== undefined) return { mark, text: `${text} means that ${line}.${note}` }
    const more = description === undefined ? [] : [{ mark: '-', text: style.plain(description) }]
    return { mark, text: `${text} means that ${introduction(means)}`, items: [...itemsOf(means, style), ...more] }
  })
  return [
    { kind: 'heading', level: above + 1, text: 'What the terms mean' },
    { kind: 'list', items },
  ]
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
