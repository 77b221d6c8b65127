/** Each file of faults/ is a small set of rules in which one fault is planted; or several, that are right. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lintRules } from '../../src/author/lint/index.ts'
import { readShipped } from '../../src/io/shipped.ts'
import type { SourceFile } from '../../src/model/location.ts'
import type { Shipped } from '../../src/model/shipped.ts'

const folder = new URL('faults/', import.meta.url)

/** What is found in each, and nothing else: the code, the line, and a part of what is said. */
const planted: Readonly<Record<string, readonly (readonly [code: string, line: number, said: string])[]>> = {
  'constant-condition': [['PART_CONSTANT', 12, 'This "all" is never true, in "verified"']],
  contradiction: [['RULES_CONTRADICT', 35, 'E.g. when administrative is yes, mfa is none and kind is service']],
  'empty-interval': [['PART_CONSTANT', 23, 'its parts exclude one another']],
  'idle-given-when': [['PART_IDLE', 25, 'administrative equal true cannot matter']],
  'idle-in-condition': [
    ['PART_IDLE', 13, 'no rule that uses "shared" says anything else'],
    ['PART_IDLE', 14, 'no rule that uses "shared" says anything else'],
  ],
  'idle-in-require': [['PART_IDLE', 23, 'holderCount lessThan 3 cannot matter']],
  'idle-in-when': [['PART_IDLE', 23, 'mfa notEqual "none" cannot matter']],
  'half-a-person': [['VALUE_NOT_ALLOWED', 22, '1.5 is not a whole number']],
  implied: [['RULE_IMPLIED', 32, 'nothing that planted/strict does not say']],
  'less-than-none': [['LEAF_CONSTANT', 23, 'excessGrantCount lessThan 0 is never true']],
  'never-applies': [['RULE_NEVER_APPLIES', 21, 'planted/window can never apply']],
  'never-fails': [['REQUIREMENT_NEVER_FAILS', 24, 'can never fail']],
  'never-fails-given-when': [['REQUIREMENT_NEVER_FAILS', 24, 'can never fail']],
  'never-met': [['REQUIREMENT_NEVER_MET', 24, 'can never be met']],
  'never-met-given-when': [['REQUIREMENT_NEVER_MET', 24, 'can never be met']],
  'no-fault': [],
  'no-source': [['KEY_MISSING', 11, '"source" is missing']],
  'repeated-id': [['ID_DUPLICATE', 28, 'there is a rule "planted/once" already']],
  'repeated-title': [['TITLE_REPEATED', 35, 'planted/two has the title of planted/one']],
  'repeated-value': [['VALUE_NOT_ALLOWED', 22, '"passkey" stands twice in the list']],
  same: [['RULES_SAME', 32, 'planted/second says the same as planted/first']],
  'too-large': [['RULE_UNDECIDED', 11, 'It is not decided whether it can apply']],
  'unchecked-control': [['CONTROL_UNCHECKED', 10, 'No rule checks the control XX-02']],
  'unknown-control': [['CONTROL_UNKNOWN', 16, 'no pack lists a control "TR-99"']],
  'unknown-source': [['SOURCE_UNKNOWN', 19, 'there is no source document "gdrp"']],
  'unprovided-fact': [['FACT_UNKNOWN', 22, '"holderCuont" is not a fact of account']],
  'unprovided-in-remedy': [['FACT_UNKNOWN', 24, 'the remedy shows "{{holdres}}"']],
  untested: [['RULE_UNTESTED', 11, 'planted/bare has no tests']],
  'unused-condition': [['CONDITION_UNUSED', 11, 'No rule uses the condition "administrators"']],
  'whole-list': [['LEAF_CONSTANT', 22, 'kind in ["interactive","service"] is always true']],
}

/** The registry alone: what the shipped rules say has nothing to do with it. */
const registry: Shipped = { files: readShipped().files.filter(({ path }) => !path.startsWith('rules/')) }

async function found(files: readonly SourceFile[], shipped = registry) {
  const linted = await lintRules({ files, shipped, rules: [], registry: [] })
  return linted.ok ? linted.value.faults : linted.problems
}

it('has a file for each planted fault', () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(planted)
      .map((name) => `${name}.yaml`)
      .sort(),
  )
})

it.each(Object.entries(planted))('%s', async (name, wanted) => {
  const told = await found([{ path: 'planted.yaml', bytes: readFileSync(new URL(`${name}.yaml`, folder)) }])
  expect(told.map(({ code, at }) => [code, at?.line])).toEqual(wanted.map(([code, line]) => [code, line]))
  for (const [index, [, , said]] of wanted.entries()) expect(told[index]?.message).toContain(said)
  for (const { hint } of told) expect(hint).not.toBe('')
})

it('finds nothing in the shipped rules, with their tests', async () => {
  const root = new URL('../../', import.meta.url)
  const names = readdirSync(new URL('rules/', root), { recursive: true, encoding: 'utf8' })
  const paths = names.map((name) => `rules/${name.replaceAll('\\', '/')}`).filter((path) => path.endsWith('.yaml'))
  const files = paths.map((path) => ({ path, bytes: readFileSync(new URL(path, root)) }))
  const told = await found(files, readShipped())
  expect(told.map(({ code, message, at }) => `${at?.file}:${at?.line} ${code} ${message}`)).toEqual([])
})
