import type { recordKinds } from '../../model/facts/values.ts'
import type { Pointer } from '../../model/location.ts'
import type { Subject } from '../../model/subject.ts'
import { asFirstInstant } from '../grounds.ts'
import type { Scene } from '../scene.ts'
import { known, unknown, type Value } from '../value.ts'
import { subjectOf } from './subject.ts'

type RecordKind = (typeof recordKinds)[number]

/** Everything in a descriptor that was done on a day and is relied on since: whether that day has come is for the rules. */
export function recordSubjects(scene: Scene): readonly Subject[] {
  const { engagement } = scene
  const decisions = engagement.decisions
  const record = (kind: RecordKind, what: string, on: string | undefined, pointer: Pointer): readonly Subject[] => {
    return on === undefined || on === 'none'
      ? []
      : [subject(kind, what, known(on, scene.reader.stated(pointer)), pointer)]
  }
  const subject = (kind: RecordKind, what: string, on: Value<string>, pointer: Pointer): Subject =>
    subjectOf('record', what, what, scene.reader.place(pointer), {
      record: known(what),
      recordKind: known(kind),
      recordedOn: asFirstInstant(on),
    })
  /** A record that is there, and whose day may be left out: it may be one that has not come. */
  const undated = (kind: RecordKind, what: string, pointer: Pointer, key: string): readonly Subject[] => [
    subject(
      kind,
      what,
      unknown(scene.reader.missing(pointer, key, `State the day of the ${what}: \`${key}\`.`)),
      pointer,
    ),
  ]
  const assessment = decisions?.impactAssessment
  return [
    ...(engagement.agreements ?? []).flatMap((one, at) =>
      one.signedOn === undefined
        ? undated('agreement', `agreement ${one.id}`, ['agreements', at], 'signedOn')
        : record('agreement', `agreement ${one.id}`, one.signedOn, ['agreements', at, 'signedOn']),
    ),
    ...(engagement.agreements ?? []).flatMap((one, at) =>
      record('acceptance', `acceptance of ${one.id}`, one.acceptance?.on, ['agreements', at, 'acceptance', 'on']),
    ),
    ...(engagement.data ?? []).flatMap((one, at) => [
      ...record('anonymisation-assessment', `re-identification assessment of ${one.id}`, one.assessment?.on, [
        'data',
        at,
        'assessment',
        'on',
      ]),
      ...record('release', `release of ${one.id}`, one.release?.on, ['data', at, 'release', 'on']),
    ]),
    ...(engagement.flows ?? []).flatMap((one, at) =>
      record(
        'anonymisation-assessment',
        `re-identification assessment of the flow ${one.id}`,
        one.transform?.assessment?.on,
        ['flows', at, 'transform', 'assessment', 'on'],
      ),
    ),
    ...(engagement.tags ?? []).flatMap((one, at) =>
      record('terms-acceptance', `acceptance of the terms for ${one.id}`, one.termsAccepted?.on, [
        'tags',
        at,
        'termsAccepted',
        'on',
      ]),
    ),
    ...(engagement.assurance?.audits ?? []).flatMap((one, at) => {
      if (one.kind !== 'trust-center-acceptance') return []
      const what = `acceptance ${one.id}`
      const pointer = ['assurance', 'audits', at]
      return one.on === undefined
        ? undated('trust-center-acceptance', what, pointer, 'on')
        : record('trust-center-acceptance', what, one.on, [...pointer, 'on'])
    }),
    ...record('tier-choice', 'choice of AI tier', decisions?.tierChoice?.on, ['decisions', 'tierChoice', 'on']),
    ...(assessment !== undefined && assessment.on === undefined && assessment.status !== 'none'
      ? undated('impact-assessment', 'impact assessment', ['decisions', 'impactAssessment'], 'on')
      : record('impact-assessment', 'impact assessment', assessment?.on, ['decisions', 'impactAssessment', 'on'])),
    ...(decisions?.equivalenceAssessments ?? []).flatMap((one, at) =>
      record('equivalence-assessment', `assessment that the terms of ${one.processor} protect as much`, one.on, [
        'decisions',
        'equivalenceAssessments',
        at,
        'on',
      ]),
    ),
    ...(decisions?.processorAssessments ?? []).flatMap((one, at) =>
      record('processor-assessment', `assessment of ${one.processor}`, one.on, [
        'decisions',
        'processorAssessments',
        at,
        'on',
      ]),
    ),
    ...(engagement.providers ?? []).flatMap((one, at) => {
      const pointer = ['providers', at, 'notice']
      return [
        ...record('change-notice', `notice on ${one.provider}`, one.notice?.on, [...pointer, 'on']),
        ...(one.notice?.objections ?? []).flatMap((objection, place) =>
          record('objection-answer', `answer to ${objection.id} on ${one.provider}`, objection.answeredOn, [
            ...pointer,
            'objections',
            place,
            'answeredOn',
          ]),
        ),
      ]
    }),
  ]
}
