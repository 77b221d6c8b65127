import type { FactDefinition } from '../../model/fact.ts'
import { factCatalogue } from '../../model/facts/index.ts'
import { operatorsOf } from '../../model/operators.ts'
import type { RulePack } from '../../model/rule.ts'
import type { SubjectKind } from '../../model/subject.ts'
import { type Draft, scalar, titleFrom } from './draft.ts'

export type NewRule = {
  /** `<pack>/<name>`. */
  readonly id: string
  readonly subject: SubjectKind
  /** The folder that holds a folder for each pack. */
  readonly folder: string
  /** The packs that there are: the rule joins one, or makes a new one. */
  readonly packs: readonly RulePack[]
}

/** A rule with its tests, and its pack if that is new: they load and pass, and wait to be changed. */
export function draftRule({ id, subject, folder, packs }: NewRule): readonly Draft[] {
  const [packId = '', name = ''] = id.split('/')
  const known = packs.find((pack) => pack.id === packId)
  const control = known?.controls[0]?.id ?? `${prefixFor(packId, packs)}-01`
  const at = `${folder}/${packId}`
  const example = exampleFor(subject)
  const pack = { path: `${at}/pack.yaml`, text: packText(packId, control) }
  return [
    ...(known === undefined ? [pack] : []),
    { path: `${at}/${name}.rule.yaml`, text: ruleText(id, name, subject, control, example) },
    { path: `${at}/${name}.test.yaml`, text: testText(id, example) },
  ]
}

/** Whether a subject has a fact that a condition may read: without one there is nothing to require of it. */
export function hasReadableFact(subject: SubjectKind): boolean {
  return readable(subject).length > 0
}

/** A first leaf on one of the facts of a subject, with a value that meets it and one that does not. */
type Example = {
  readonly fact: string
  readonly operator: string
  readonly value: string
  readonly meets: string
  readonly fails: string
}

function readable(subject: SubjectKind): readonly (readonly [string, FactDefinition])[] {
  return Object.entries(factCatalogue[subject]).filter(([, { type }]) => operatorsOf[type].length > 0)
}

const easiest: readonly FactDefinition['type'][] = ['boolean', 'enum', 'number', 'set', 'span', 'moment']

function exampleFor(subject: SubjectKind): Example {
  const [first] = [...readable(subject)].sort(
    ([, one], [, other]) => easiest.indexOf(one.type) - easiest.indexOf(other.type),
  )
  if (first === undefined) throw new Error(`no condition can read anything of ${subject}`)
  const [fact, { type, values: [one = '', other = ''] = [] }] = first
  switch (type) {
    case 'boolean':
      return { fact, operator: 'equal', value: 'true', meets: 'true', fails: 'false' }
    case 'enum':
      return { fact, operator: 'equal', value: quoted(one), meets: quoted(one), fails: quoted(other) }
    case 'set':
      return { fact, operator: 'contains', value: quoted(one), meets: `[${quoted(one)}]`, fails: '[]' }
    case 'number':
      return { fact, operator: 'equal', value: '0', meets: '0', fails: '1' }
    case 'span':
      return { fact, operator: 'atMost', value: 'P30D', meets: 'P30D', fails: 'P31D' }
    default:
      return { fact, operator: 'before', value: '2030-01-01', meets: '2029-12-31', fails: '2030-01-01' }
  }
}

/** A number is a value of an enumeration only as text. */
function quoted(value: string): string {
  return /^[a-z]/.test(value) ? value : `'${value}'`
}

/** Two capital letters for the controls of a new pack, of which no control begins with them yet. */
function prefixFor(pack: string, packs: readonly RulePack[]): string {
  const taken = new Set(packs.flatMap(({ controls }) => controls.map(({ id }) => id.replace(/-.*$/, ''))))
  const letters = pack.toUpperCase().replace(/[^A-Z]/g, '')
  const [first = 'X', ...rest] = letters
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const candidates = [...rest, ...alphabet].map((second) => first + second)
  return candidates.find((prefix) => !taken.has(prefix)) ?? `${first}XXX`
}

function packText(id: string, control: string): string {
  return `apiVersion: douane/v1
kind: RulePack
id: ${id}
title: ${scalar(titleFrom(id))}
# \`law\`: leaving the pack out makes a result partial in law. \`firm\`: the firm's own promises.
basis: firm
description: What the pack covers, and what it does not.

# The promises and duties that the rules check. Sources: \`douane show gdpr\`; your own in a document of kind Sources.
controls:
  - id: ${control}
    title: What must hold, in your own words.
    source: [{ document: general-knowledge, clause: to be replaced }]

# Conditions that several rules share, and what they are called in \`douane explain\`.
conditions: {}
terms: {}
`
}

function ruleText(id: string, name: string, subject: SubjectKind, control: string, example: Example): string {
  const { fact, operator, value } = example
  const names = readable(subject).map(([known]) => known)
  const some = names.slice(0, 8).join(', ') + (names.length > 8 ? ', ...' : '')
  const label = Object.entries(factCatalogue[subject]).find(([, { type }]) => type === 'text')?.[0]
  const start = label === undefined ? 'The requirement' : `{{${label}}}`
  return `apiVersion: douane/v1
kind: Rule
id: ${id}
# The requirement in one sentence.
title: ${scalar(titleFrom(name))}
subject: ${subject}
controls: [${control}]
# \`error\` stops an engagement; \`warning\` and \`note\` are shown.
level: error
# \`law\`, \`contract\` or \`policy\`. What rests on law cannot be waived.
basis: policy
source: [{ document: general-knowledge, clause: to be replaced }]
# Where the rule applies; without \`when\` it always does.
# when:
#   all:
#     - { fact: ${fact}, operator: ${operator}, value: ${value} }
# What must hold. Facts of this subject: ${some}
# (\`douane list facts\` has them all, \`douane show ${subject}.${fact}\` one of them.)
require:
  all:
    - { fact: ${fact}, operator: ${operator}, value: ${value} }
# What is said where it does not hold; \`{{fact}}\` stands for the value of that fact.
message: "${start} does not meet the requirement"
# What would make it right.
remedy: Say what to do.
`
}

function testText(id: string, { fact, meets, fails }: Example): string {
  return `apiVersion: douane/v1
kind: RuleTests
rule: ${id}
# A fact that is left out is not known. A rule with \`when\` needs a case of \`not-applicable\` as well.
cases:
  - { name: as it must be, facts: { ${fact}: ${meets} }, expect: pass }
  - { name: otherwise, facts: { ${fact}: ${fails} }, expect: fail }
  - { name: not stated, facts: {}, expect: unknown, missing: [${fact}] }
`
}
