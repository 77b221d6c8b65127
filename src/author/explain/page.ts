import type { RulePack } from '../../model/rule.ts'
import { asSentence, counted } from '../../settle/words.ts'
import type { Block, Item, Style } from './blocks.ts'
import { clauseBlocks, requirementBlocks, termBlocks, wholeRequirement } from './clause-blocks.ts'
import type { Citation, ExplainedControl, ExplainedTerm, RuleExplanation } from './explanation.ts'
import { testBlocks } from './test-blocks.ts'

/** A rule as a page, or as a part of one: `level` is that of its heading, and `terms` whether they are defined here. */
export function ruleBlocks(rule: RuleExplanation, style: Style, level = 1, terms = true): readonly Block[] {
  const { plain, code, strong } = style
  const name = rule.id.slice(rule.pack.length + 1)
  const defined = rule.terms.filter((term) => term !== wholeRequirement(rule))
  return [
    { kind: 'heading', level, text: plain(rule.title), anchor: name },
    { kind: 'paragraph', text: `Rule ${code(rule.id)} looks at ${rule.appliesTo}.` },
    ...(rule.when === undefined
      ? [{ kind: 'paragraph', text: 'It always applies.' } as const]
      : clauseBlocks('It applies where', rule.when, style)),
    ...requirementBlocks(rule, style),
    { kind: 'paragraph', text: `${strong('Where it is not met, the report says:')} ${plain(sentence(rule.message))}` },
    { kind: 'paragraph', text: `${strong('What to do then:')} ${plain(sentence(rule.remedy))}` },
    {
      kind: 'paragraph',
      text: `${strong(`Level ${rule.level}, based on ${rule.basis}.`)} ${rule.force.map(plain).join(' ')}`,
    },
    ...(terms ? termBlocks(defined, style, level) : []),
    heading('Controls', level),
    { kind: 'list', items: rule.controls.map((control) => controlItem(control, style)) },
    heading('Sources', level),
    { kind: 'list', items: rule.sources.map((source) => ({ text: cited(source, style) })) },
    heading('Facts that decide it', level),
    {
      kind: 'table',
      columns: ['fact', 'what it says', 'type', 'from'],
      rows: rule.facts.map(({ fact, label, type, origin }) => [code(fact), plain(label), type, origin]),
    },
    ...testsOf(rule, style, level, terms),
  ]
}

/** Beyond this many cases, a table would bury the other rules of a page. */
const mostCases = 40

function testsOf({ id, tests }: RuleExplanation, style: Style, level: number, alone: boolean): readonly Block[] {
  if (tests === undefined)
    return [heading('Tests', level), { kind: 'paragraph', text: 'There are no tests of this rule.' }]
  const { length } = tests.cases
  if (alone || length <= mostCases) return testBlocks(tests, style, level + 1)
  const text = `${style.code(`douane explain ${id}`)} shows them as a decision table.`
  return [heading(`Tests: ${counted(length, 'case')}`, level), { kind: 'paragraph', text }]
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
        sources.map((source) => citedWithoutLink(source, style)).join('; '),
        checking.length === 0 ? 'none' : checking.map(nameOf).join(', '),
      ]),
    },
    ...termBlocks(allTerms(rules), style, 1),
    ...rules.flatMap((rule) => ruleBlocks(rule, style, 2, false)),
  ]
}

/** The terms of several rules, each once. */
export function allTerms(rules: readonly RuleExplanation[]): readonly ExplainedTerm[] {
  return [...new Map(rules.flatMap(({ terms }) => terms).map((term) => [term.id, term])).values()]
}

function heading(text: string, above: number): Block {
  return { kind: 'heading', level: above + 1, text }
}

function controlItem({ id, title, sources }: ExplainedControl, style: Style): Item {
  const from = sources.map((source) => citedWithoutLink(source, style)).join('; ')
  return { mark: id, text: `${style.plain(title)} (${from})` }
}

function cited({ title, clause, address }: Citation, { plain, link }: Style): string {
  return `${link(plain(title), address)}, ${plain(clause)}`
}

/** A source and its clause where there is no room for its address. */
export function citedWithoutLink(citation: Citation, style: Style): string {
  return cited(citation, { ...style, link: (text) => text })
}

function sentence(text: string): string {
  return asSentence(/[.!?]$/.test(text) ? text : `${text}.`)
}
