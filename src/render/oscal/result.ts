import type { Report } from '../../model/generated/report.ts'
import { type Fault, faultsIn, ruleOfFault, waiverInWords } from '../exceptions.ts'
import { type Finding, sourceText, statementOf } from '../open.ts'
import { hrefOf, property, prose, token, uuidOf } from './parts.ts'

/** A report, and what the rest of the document refers to it by. */
export type Subject = {
  readonly report: Report
  readonly key: string
  readonly descriptor: string
  readonly tool: string
}

type Control = Report['controls'][number]

/** What was observed of one engagement, and what that means for each control. */
export function resultOf(subject: Subject) {
  const { report, key } = subject
  const { engagement, verdict, asOf, validUntil, digests, tool, baseline } = report
  const observations = [
    ...report.findings.map((finding) => observationOf(finding, subject)),
    ...faultsIn(report).map((fault) => faultObservation(fault, subject)),
  ]
  const controls = report.controls.filter(({ rules }) => rules.length > 0)
  const found = controls.flatMap((control) => findingsOf(control, subject))
  return {
    uuid: uuidOf('result', key, asOf, ...Object.values(digests)),
    title: prose(engagement.title),
    description: prose(verdict.headline),
    start: asOf,
    end: asOf,
    props: [
      property('verdict', verdict.result),
      property('fail-level', verdict.failLevel),
      property('valid-until', validUntil),
      property('second-opinion', verdict.secondOpinion),
      ...verdict.packsLeftOut.map((pack) => property('pack-left-out', pack)),
      ...(report.reduced === undefined ? [] : [property('reduced-for', report.reduced.audience)]),
      ...(baseline === undefined
        ? []
        : [property('baseline-held', String(baseline.held)), property('baseline-excuses', String(baseline.excuses))]),
      property('rules-sha256', digests.rules),
      property('registry-sha256', digests.registry),
      property('configuration-sha256', digests.config),
      property('waivers-sha256', digests.waivers),
      ...(digests.infrastructure === undefined ? [] : [property('infrastructure-sha256', digests.infrastructure)]),
      ...(digests.evidence === undefined ? [] : [property('evidence-sha256', digests.evidence)]),
    ],
    'local-definitions': {
      'assessment-assets': {
        components: [
          {
            uuid: subject.tool,
            type: 'software',
            title: 'Douane',
            description: 'Checks what a descriptor declares against rules.',
            props: [property('version', tool.version)],
            status: { state: 'operational' },
          },
        ],
        'assessment-platforms': [
          {
            uuid: uuidOf('platform', key, tool.version),
            'uses-components': [{ 'component-uuid': subject.tool }],
          },
        ],
      },
    },
    'reviewed-controls': { 'control-selections': selectionsOf(controls) },
    ...(observations.length === 0 ? {} : { observations }),
    ...(found.length === 0 ? {} : { findings: found }),
  }
}

function selectionsOf(controls: readonly Control[]) {
  const applied = controls.filter(isObserved)
  const others = controls.filter((control) => !isObserved(control))
  return [
    { description: 'Controls of which a rule applied.', of: applied },
    { description: 'Controls of which no rule applied to anything.', of: others },
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ description, of }) => ({
      description,
      'include-controls': of.map(({ id }) => ({ 'control-id': token(id) })),
    }))
}

function isObserved({ outcomes: { pass, fail, unknown } }: Control): boolean {
  return pass + fail + unknown > 0
}

/** One rule on one thing that it is about. What is examined is a declaration, and nothing that runs. */
function observationOf(finding: Finding, { report, key, descriptor, tool }: Subject) {
  const { id, outcome, level, basis, rule, subject, at, waiver } = finding
  const { asOf, validUntil } = report
  return {
    uuid: uuidOf('observation', key, id),
    title: prose(finding.title),
    description: prose(outcome === 'pass' ? finding.message : statementOf(finding, report)),
    props: [
      property('outcome', outcome),
      property('level', level),
      property('basis', basis),
      property('rule', rule),
      property('subject-kind', subject.kind),
      property('subject-id', subject.id),
      ...(waiver === undefined ? [] : [property('waived-until', waiver.expires), property('waiver', waiver.ticket)]),
      ...(finding.baselined === undefined ? [] : [property('baselined', 'true')]),
    ],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    origins: [{ actors: [{ type: 'tool', 'actor-uuid': tool }] }],
    subjects: [{ 'subject-uuid': descriptor, type: 'resource', title: prose(subject.label) }],
    'relevant-evidence': [{ href: hrefOf(at.file, at.line), description: evidenceOf(finding, report) }],
    collected: asOf,
    ...(validUntil === 'none' ? {} : { expires: validUntil }),
    ...(outcome === 'pass' ? {} : { remarks: remarksOf(finding) }),
  }
}

/** A waiver that lifts nothing is observed as well: somebody believes in it. */
function faultObservation(fault: Fault, { report, key, descriptor, tool }: Subject) {
  const { id, status, level, title, message, remedy, rule, subject, waiver, at } = fault
  return {
    uuid: uuidOf('observation', key, ruleOfFault(fault), id),
    title: prose(title),
    description: prose(message),
    props: [
      property('outcome', status),
      property('level', level),
      property('rule', ruleOfFault(fault)),
      property('waived-rule', rule),
      property('subject-kind', subject.kind),
      property('subject-id', subject.id),
    ],
    methods: ['EXAMINE'],
    types: ['finding'],
    origins: [{ actors: [{ type: 'tool', 'actor-uuid': tool }] }],
    subjects: [{ 'subject-uuid': descriptor, type: 'resource' }],
    'relevant-evidence': [{ href: hrefOf(at.file, at.line), description: prose(waiverInWords(waiver)) }],
    collected: report.asOf,
    ...(remedy === undefined ? {} : { remarks: prose(remedy) }),
  }
}

function evidenceOf(finding: Finding, report: Report): string {
  const facts = finding.facts.map(({ label, value }) => `${label}: ${value ?? 'not stated'}`)
  return prose([...facts, `Source: ${sourceText(finding, report)}`].join('; '))
}

function remarksOf({ remedy, waiver }: Finding): string {
  if (waiver === undefined) return prose(remedy)
  const { reason, owner, approver, expires, ticket } = waiver
  return prose(
    `Waived until ${expires}: ${reason} Owner ${owner}, approved by ${approver}, ${ticket}. Without it: ${remedy}`,
  )
}

/** What the observations mean for a control: nothing, where no rule of it applied. */
function findingsOf(control: Control, { report, key }: Subject) {
  const related = report.findings.filter(({ controls }) => controls.includes(control.id))
  if (related.length === 0) return []
  const count = (wanted: (finding: Finding) => boolean): number => related.filter(wanted).length
  const failed = count(({ outcome, waiver }) => outcome === 'fail' && waiver === undefined)
  const unknown = count(({ outcome, waiver }) => outcome === 'unknown' && waiver === undefined)
  const waived = count(({ waiver }) => waiver !== undefined)
  const tally = [
    `${related.length - failed - unknown - waived} passed`,
    `${failed} failed`,
    `${unknown} could not be decided`,
    ...(waived === 0 ? [] : [`${waived} waived`]),
  ].join(', ')
  const satisfied = failed + unknown + waived === 0
  return [
    {
      uuid: uuidOf('finding', key, control.id),
      title: prose(`${control.id}: ${control.title}`),
      description: prose(`Of ${related.length} observations: ${tally}.`),
      target: {
        type: 'objective-id',
        'target-id': token(control.id),
        // There is no state for what is not known: it is not shown to be satisfied.
        status: {
          state: satisfied ? 'satisfied' : 'not-satisfied',
          reason: satisfied ? 'pass' : failed > 0 ? 'fail' : 'other',
        },
      },
      'related-observations': related.map(({ id }) => ({ 'observation-uuid': uuidOf('observation', key, id) })),
    },
  ]
}
