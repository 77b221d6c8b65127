import { expect, it } from 'vitest'
import { changedRule } from '../../src/model/rule.ts'
import { remedyOf } from '../../src/settle/message.ts'
import { isTrue, ruleOf, subjectWith } from '../evaluate/samples.ts'

const rule = changedRule(ruleOf(isTrue('occurs')), {
  remedy: 'Sign clauses with {{importer}} by {{asOf}}, for {{ asset }}.',
})

it('shows the facts that it names, and which of them are not stated', () => {
  const subject = subjectWith({ importer: 'Example Inc.' })
  expect(remedyOf(rule, subject, '2026-11-22')).toBe('Sign clauses with Example Inc. by 2026-11-22, for not stated.')
})

it('is what the rule says where it names none', () => {
  expect(remedyOf(changedRule(rule, { remedy: 'Sign clauses.' }), subjectWith({}), '2026-11-22')).toBe('Sign clauses.')
})
