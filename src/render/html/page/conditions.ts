import { element } from './element.ts'
import type { Explanation, Finding } from './finding.ts'

/** What each fact is called, by its name. */
type Labels = ReadonlyMap<string, string>

/** The conditions of a rule with their truth, and what was found where each says what it wants. */
export function conditionTree(finding: Finding): HTMLElement | undefined {
  const { explanation, facts, missing } = finding
  if (explanation === undefined) return undefined
  const labels = new Map([
    ...facts.map(({ name, label }) => [name, label] as const),
    ...missing.map(({ fact, label }) => [fact, label] as const),
  ])
  return element('ul', { class: 'conditions' }, ...(explanation.of ?? []).map((part) => item(part, labels)))
}

const headings: Readonly<Record<string, string>> = {
  when: 'It applies where',
  require: 'It requires',
  all: 'all of',
  any: 'any of',
  not: 'not',
}

function item(node: Explanation, labels: Labels): HTMLElement {
  if (node.kind === 'leaf') return leaf(node, labels)
  const parts = node.of ?? []
  const [only] = parts
  // `all` of one thing is that thing.
  if ((node.kind === 'all' || node.kind === 'any') && parts.length === 1 && only !== undefined)
    return item(only, labels)
  const title = node.kind === 'named' ? element('code', {}, node.name ?? '') : (headings[node.kind] ?? node.kind)
  const head = element('span', { class: `head of-${node.kind}` }, title)
  return element('li', {}, sign(node), head, element('ul', {}, ...parts.map((part) => item(part, labels))))
}

function leaf(node: Explanation, labels: Labels): HTMLElement {
  const { fact = '', operator = '', value, actual } = node
  const name = element('span', { title: fact }, labels.get(fact) ?? spaced(fact))
  const wanted = element(
    'span',
    { class: 'wanted' },
    `${operators[operator] ?? spaced(operator)} `,
    element('b', {}, inWords(value, labels)),
  )
  const found = element('span', { class: 'actual' }, actual === undefined ? 'not stated' : `is: ${actual}`)
  return element('li', { class: 'leaf' }, sign(node), name, ' ', wanted, ' ', found)
}

const signs = { true: 'holds', false: 'does not hold', unknown: 'unknown' } as const

function sign({ truth }: Explanation): HTMLElement {
  return element('span', { class: `sign is-${truth}` }, element('span', { class: 'sr' }, `${signs[truth]}: `))
}

const operators: Readonly<Record<string, string>> = {
  equal: 'must be',
  notEqual: 'must not be',
  in: 'must be one of',
  notIn: 'must be none of',
  contains: 'must include',
  doesNotContain: 'must not include',
  lessThan: 'must be less than',
  lessThanInclusive: 'must be at most',
  greaterThan: 'must be more than',
  greaterThanInclusive: 'must be at least',
  before: 'must be before',
  after: 'must be after',
  withinLast: 'must be within the last',
  longerAgoThan: 'must be longer ago than',
  atMost: 'must be at most',
}

function inWords(value: unknown, labels: Labels): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map((one) => inWords(one, labels)).join(', ')
  if (typeof value === 'object' && value !== null) {
    const { fact } = value as { readonly fact?: string }
    return fact === 'asOf' ? 'the instant of the check' : (labels.get(fact ?? '') ?? spaced(fact ?? ''))
  }
  return String(value)
}

/** `publicFacing` as words. */
function spaced(name: string): string {
  return name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
}
