import type { Condition, Leaf, Operand } from '../../model/condition.ts'
import type { FactValue } from '../../model/fact.ts'

/** A condition as it is written in a rule, on one line. Of the conditions in a group, only the first few. */
export function conditionText(condition: Condition, most = 2): string {
  switch (condition.kind) {
    case 'leaf':
      return leafText(condition)
    case 'not':
      return `not: ${conditionText(condition.of, most)}`
    case 'named':
      return `{ condition: ${condition.name} }`
    default: {
      const shown = condition.of.slice(0, most).map((part) => conditionText(part, 1))
      const rest = condition.of.length > most ? [`${condition.of.length - most} more`] : []
      return `${condition.kind}: [${[...shown, ...rest].join(', ')}]`
    }
  }
}

function leafText({ fact, operator, value }: Leaf): string {
  return `{ fact: ${fact}, operator: ${operator}, value: ${operandText(value)} }`
}

function operandText(operand: Operand): string {
  if (operand.kind === 'as-of') return '{ fact: asOf }'
  return operand.kind === 'fact' ? `{ fact: ${operand.fact} }` : valueText(operand.value)
}

/** A value as it is written in a rule or in a test. */
export function valueText(value: FactValue | readonly number[]): string {
  if (Array.isArray(value)) return `[${value.map((item) => scalarText(item)).join(', ')}]`
  return typeof value === 'object' && 'text' in value ? value.text : scalarText(value)
}

function scalarText(value: unknown): string {
  if (typeof value !== 'string') return String(value)
  if (plain.test(value) && !otherType.test(value)) return value
  return /['\p{C}]/u.test(value) ? JSON.stringify(value) : `'${value}'`
}

/** What YAML reads as it stands: words, dates and instants; and what it would read as no text. */
const plain = /^[a-z0-9](?:[\w./+-]|:(?=\w))*$/i
const otherType = /^(?:true|false|null|y|n|yes|no|on|off|[\d._]+(?:e[+-]?\d+)?|0[xo][\da-f]+)$/i
