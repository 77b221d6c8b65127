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
  const { parts, among } = partsOf(node)
  const title =
    node.kind === 'named'
      ? element('span', { title: node.name }, spaced(node.name ?? ''))
      : (headings[node.kind] ?? node.kind)
  const head = element('span', { class: `head of-${node.kind}` }, title, among === undefined ? undefined : `: ${among}`)
  return element('li', {}, sign(node), head, element('ul', {}, ...parts.map((part) => item(part, labels))))
}

/** What a condition is made of: all of something is its parts, and any of something is said where it stands. */
function partsOf(node: Explanation): { readonly parts: readonly Explanation[]; readonly among?: string } {
  const parts = node.of ?? []
  const [only] = parts
  if (parts.length !== 1 || only === undefined || node.kind === 'not') return { parts }
  if (only.kind === 'all' || (only.kind === 'any' && only.of?.length === 1)) return partsOf(only)
  if (only.kind === 'any') return { parts: only.of ?? [], among: 'any of' }
  return { parts }
}

/** What a fact is, and what was wanted where that is not the same. */
function leaf(node: Explanation, labels: Labels): HTMLElement {
  const { fact = '', operator = '', value, actual } = node
  const name = element('span', { title: fact }, labels.get(fact) ?? spaced(fact))
  const found = element('b', { class: 'actual' }, actual ?? 'not stated')
  const wanted = inWords(value, labels)
  const same = operator === 'equal' && wanted === actual
  const asked = element(
    'span',
    { class: 'wanted' },
    ` (wanted: ${`${operators[operator] ?? spaced(operator)} ${wanted}`.trim()})`,
  )
  return element('li', { class: 'leaf' }, sign(node), name, ': ', found, same ? undefined : asked)
}

const signs = { true: 'holds', false: 'does not hold', unknown: 'unknown' } as const

function sign({ truth }: Explanation): HTMLElement {
  return element('span', { class: `sign is-${truth}` }, element('span', { class: 'sr' }, `${signs[truth]}: `))
}

const operators: Readonly<Record<string, string>> = {
  equal: '',
  notEqual: 'not',
  in: 'one of',
  notIn: 'none of',
  contains: 'includes',
  doesNotContain: 'does not include',
  lessThan: 'less than',
  lessThanInclusive: 'at most',
  greaterThan: 'more than',
  greaterThanInclusive: 'at least',
  before: 'before',
  after: 'after',
  withinLast: 'within the last',
  longerAgoThan: 'longer ago than',
  atMost: 'at most',
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
