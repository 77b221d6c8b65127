/** A small catalogue with facts of every type, and shorthand for rules and subjects over it. */
import type { Condition, Operand, OperatorName } from '../../src/model/condition.ts'
import { parseSpan } from '../../src/model/duration.ts'
import type { FactDefinition, FactType, FactValue } from '../../src/model/fact.ts'
import type { Instant, Moment, Span } from '../../src/model/instant.ts'
import { parseMoment } from '../../src/model/moment.ts'
import type { FactCatalogue } from '../../src/model/operators.ts'
import type { Rule } from '../../src/model/rule.ts'
import { type Subject, subjectKinds } from '../../src/model/subject.ts'

const define = (type: FactType, values?: readonly string[]): FactDefinition =>
  values === undefined
    ? { type, label: 'a sample', origin: 'declared' }
    : { type, label: 'a sample', origin: 'declared', values }

export const colours = ['red', 'green', 'blue']

export const facts: Readonly<Record<string, FactDefinition>> = {
  yes: define('boolean'),
  no: define('boolean'),
  colour: define('enum', colours),
  shade: define('enum', ['green', 'blue', 'grey']),
  palette: define('set', colours),
  size: define('number'),
  limit: define('number'),
  begun: define('moment'),
  ended: define('moment'),
  kept: define('span'),
  allowed: define('span'),
  name: define('text'),
  names: define('texts'),
}

export const catalogue = Object.fromEntries(
  subjectKinds.map((kind) => [kind, kind === 'disclosure' ? facts : {}]),
) as FactCatalogue

const at = { file: 'sample.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }

export function subjectWith(values: Readonly<Record<string, FactValue | undefined>>, id = 'sample'): Subject {
  const facts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, from: [] }]))
  return { kind: 'disclosure', id, label: id, place: { at }, facts }
}

export function ruleOf(require: Condition, when?: Condition, id = 'samples/rule'): Rule {
  return {
    id,
    pack: 'samples',
    title: id,
    subject: 'disclosure',
    controls: [],
    level: 'error',
    basis: 'policy',
    waivable: true,
    source: [],
    when,
    require,
    message: '',
    remedy: '',
    at,
    text: undefined,
  }
}

export const literal = (value: string | number | boolean | readonly string[]): Operand => ({ kind: 'literal', value })
export const leaf = (fact: string, operator: OperatorName, value: Operand): Condition => ({
  kind: 'leaf',
  fact,
  operator,
  value,
})
export const isTrue = (fact: string): Condition => leaf(fact, 'equal', literal(true))

export const moment = (text: string): Moment => must(parseMoment(text), text)
export const span = (text: string): Span => must(parseSpan(text), text)
export const instant = (text: string): Instant => moment(text).from

function must<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new Error(`cannot read ${text}`)
  return value
}
