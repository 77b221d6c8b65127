import { evaluate, explainer, nextChange } from '../../src/evaluate/index.ts'
import { parseFile } from '../../src/load/parse.ts'
import { loadRulePacks } from '../../src/load/rules/index.ts'
import type { Derived } from '../../src/model/derived.ts'
import type { GivenWaiver } from '../../src/model/exceptions.ts'
import type { Fact, FactValue, Origin } from '../../src/model/fact.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import type { Report } from '../../src/model/generated/report.ts'
import type { Instant } from '../../src/model/instant.ts'
import type { Document, Location, Pointer } from '../../src/model/location.ts'
import { endOfDay } from '../../src/model/moment.ts'
import { changedRule, type Rule, type RulePack } from '../../src/model/rule.ts'
import type { Subject, SubjectKind } from '../../src/model/subject.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { type Settling, settle } from '../../src/settle/index.ts'

const descriptor = `apiVersion: douane/v1
kind: Engagement
id: portal
title: Client portal
context: client-system
components:
  - id: crm
  - id: assistant
    region: eu-central-1
safeguards:
  - id: clauses
    reliesOn: scc
    scc: { modules: [1] }
`

const pack = `apiVersion: douane/v1
kind: RulePack
id: sample
title: Sample
basis: law
description: For tests.
controls:
  - { id: TR-05, title: Modules match., source: [{ document: scc, clause: Art. 1 }] }
  - { id: TR-99, title: Nobody checks this., source: [{ document: scc, clause: Art. 2 }] }
conditions:
  reliesOnClauses: { all: [{ fact: reliedOn, operator: equal, value: scc }] }
---
apiVersion: douane/v1
kind: Rule
id: sample/modules
title: The modules that were signed include the one for the roles
subject: disclosure
controls: [TR-05]
level: error
basis: law
source: [{ document: scc, clause: Art. 1 }]
when: { all: [{ condition: reliesOnClauses }] }
require:
  any:
    - all:
        - { fact: roles, operator: equal, value: controller-to-processor }
        - { fact: sccModules, operator: contains, value: "2" }
    - all:
        - { fact: roles, operator: equal, value: controller-to-controller }
        - { fact: sccModules, operator: contains, value: "1" }
message: "{{exporter}} to {{importer}} relies on {{sccModules}}, but the data goes from {{roles}}, by {{path}}"
remedy: Sign the module that matches the roles.
---
apiVersion: douane/v1
kind: Rule
id: sample/adequacy
title: The decision is in force, its last day included
subject: disclosure
controls: [TR-05]
level: warning
basis: policy
source: [{ document: scc, clause: Art. 3 }]
require: { all: [{ not: { all: [{ fact: adequacyUntil, operator: before, value: { fact: asOf } }] } }] }
message: "The decision ended on {{adequacyUntil}}"
remedy: Find another ground.
---
apiVersion: douane/v1
kind: Rule
id: sample/access
title: Never about anything here
subject: account
controls: [TR-05]
level: note
basis: policy
source: [{ document: scc, clause: Art. 3 }]
require: { all: [{ fact: revoked, operator: equal, value: true }] }
message: "{{account}} is open"
remedy: Revoke it.
`

export const asOf: Instant = Date.UTC(2031, 11, 27)

function documents(path: string, text: string): readonly Document[] {
  const parsed = parseFile({ path, bytes: new TextEncoder().encode(text) })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const [engagement] = documents('portal.yaml', descriptor) as readonly Document<Engagement>[]
const [sources] = documents(
  'registry/sources.yaml',
  `apiVersion: douane/v1
kind: Sources
id: sources
sources:
  - { id: scc, title: Standard clauses, kind: law, sureness: read }
  - { id: uncited, title: Not cited, kind: law, sureness: read }
`,
)
const [firm] = documents('registry/firm.yaml', 'apiVersion: douane/v1\nkind: Firm\nid: firm\nname: Example & Co\n')

function place(...pointer: Pointer): Location {
  if (engagement === undefined) throw new Error('no engagement')
  return engagement.at(pointer)
}

function stated(...pointer: Pointer): Origin {
  return { kind: 'stated', at: place(...pointer), pointer: `/${pointer.join('/')}` }
}

export function missing(key: string, ...pointer: Pointer): Origin {
  if (engagement === undefined) throw new Error('no engagement')
  return { kind: 'missing', at: engagement.at(pointer, 'key'), key, ask: `State \`${key}\`.` }
}

const registry: Origin = {
  kind: 'registry',
  entry: 'adequacy gb',
  at: { file: 'registry/jurisdictions.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 },
  source: 'scc',
  checkedOn: '2030-01-01',
  reviewBy: '2031-12-26',
}

export function fact(value: FactValue | undefined, ...from: readonly Origin[]): Fact {
  return { value, from }
}

function subject(kind: SubjectKind, id: string, facts: Readonly<Record<string, Fact>>): Subject {
  return { kind, id, label: `${id} to the processor`, place: { at: place('components', 0) }, facts }
}

export function disclosure(id: string, facts: Readonly<Record<string, Fact>>): Subject {
  const last = { node: 'assistant', flow: 'f1', at: place('components', 1) }
  const steps = [{ node: 'crm', at: place('components', 0) }, last]
  return subject('disclosure', id, {
    exporter: fact(`Client of ${id}`),
    importer: fact('Processor'),
    path: fact(['crm', 'assistant'], { kind: 'path', path: { asset: id, steps, length: 2, last } }),
    reliedOn: fact('scc', stated('safeguards', 0, 'reliesOn')),
    adequacyUntil: fact(endOfDay('2031-12-27'), registry),
    ...facts,
  })
}

function samplePacks(): readonly RulePack[] {
  const loaded = loadRulePacks(documents('rules/sample.yaml', pack), factCatalogue, new Set(['scc']))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.value
}

export const wrongModule = disclosure('crm-data', {
  roles: fact('controller-to-processor', stated('components', 0)),
  sccModules: fact(['1'], stated('safeguards', 0, 'scc', 'modules')),
})
export const alsoWrong = disclosure('orders', wrongModule.facts)
export const unknownRoles = disclosure('tickets', {
  roles: fact(undefined, missing('role', 'components', 1)),
  sccModules: fact(['1'], stated('safeguards', 0, 'scc', 'modules')),
})
export const rightModule = disclosure('visits', {
  roles: fact('controller-to-controller', stated('components', 0)),
  sccModules: fact(['1'], stated('safeguards', 0, 'scc', 'modules')),
})

function workspace(): Workspace {
  if (engagement === undefined || sources === undefined || firm === undefined) throw new Error('no documents')
  return {
    engagement,
    text: descriptor,
    registry: {
      providers: [],
      firm: [firm],
      jurisdictions: [],
      regions: [],
      vocabulary: [],
      sources: [sources],
    } as Workspace['registry'],
    packs: samplePacks(),
    configuration: { packs: [], levels: [] },
    waivers: [],
    infrastructure: [],
    accessEvidence: [],
    digests: () => ({
      descriptor: 'd'.repeat(64),
      descriptorFile: '9'.repeat(64),
      rules: 'e'.repeat(64),
      registry: 'f'.repeat(64),
      config: 'c'.repeat(64),
      waivers: 'a'.repeat(64),
    }),
  }
}

/** The same with the rule on modules as a promise, from which there can be exceptions. */
export function promising(waivers: readonly GivenWaiver[] = []): Workspace {
  const given = workspace()
  const promised = (rule: Rule): Rule => (rule.id === 'sample/modules' ? changedRule(rule, { basis: 'policy' }) : rule)
  return { ...given, waivers, packs: given.packs.map((pack) => ({ ...pack, rules: pack.rules.map(promised) })) }
}

/** A waiver of an open finding, from line `line` of a file; `changes` are what is wrong with it. */
export function waiverOf(finding: Finding, changes: Partial<GivenWaiver> = {}, line = 4): GivenWaiver {
  const { rule, subject, factsDigest = '0'.repeat(16) } = finding
  const at = (more: number): Location => ({
    file: 'waivers.yaml',
    line: line + more,
    column: 5,
    endLine: line + more,
    endColumn: 15,
  })
  return {
    engagement: 'portal',
    rule,
    subject: { kind: subject.kind, id: subject.id },
    reason: 'The other module is signed this month',
    owner: 'A. Owner (fictional)',
    approver: 'B. Approver (fictional)',
    expires: '2032-01-31',
    ticket: 'OPS-12',
    factsDigest,
    at: { engagement: at(0), rule: at(1), subject: at(2), expires: at(3), factsDigest: at(4) },
    ...changes,
  }
}

export type Finding = Report['findings'][number]

/** What a rule of the sample says of a subject. */
export function findingOn(all: Report, rule: string, subject: string): Finding {
  const found = all.findings.find((one) => one.rule === rule && one.subject.id === subject)
  if (found === undefined) throw new Error(`There is no finding of ${rule} on ${subject}`)
  return found
}

/** A report on given subjects, by the real evaluator, of a workspace that never changes. */
export function report(subjects: readonly Subject[], options: Partial<Settling> = {}): Report {
  const given = options.workspace ?? workspace()
  const at = options.asOf ?? asOf
  const rules = given.packs.flatMap(({ rules }) => rules)
  const derived: Derived = {
    subjects,
    infrastructure: () => undefined,
    architecture: () => ({
      parties: [],
      places: [],
      data: [],
      components: [],
      flows: [],
      holdings: [],
      disclosures: [],
      relationships: [],
      aiUses: [],
      safeguards: [],
      agreements: [],
      providers: [],
      providerUses: [],
    }),
    regimes: () => [],
    narrowings: () => [{ text: 'orders carries only orders', at: place('components', 1) }],
    claims: () => [],
    statedNone: () => [],
    accessEvidence: [],
    contradictions: [],
  }
  const next = nextChange(rules, subjects, at)
  return settle({
    workspace: given,
    derived,
    evaluated: evaluate(rules, subjects, at),
    asOf: at,
    ...(next === undefined ? {} : { nextChange: next }),
    explainer: (one) => explainer(one, at),
    explainAll: false,
    failLevel: 'error',
    packsLeftOut: [],
    secondOpinion: 'not-asked',
    ...options,
  })
}
