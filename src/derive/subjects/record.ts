import type { recordKinds } from '../../model/facts/values.ts'
import type { Pointer } from '../../model/location.ts'
import type { Subject } from '../../model/subject.ts'
import { asFirstInstant } from '../grounds.ts'
import type { Scene } from '../scene.ts'
import { known } from '../value.ts'
import { subjectOf } from './subject.ts'

type RecordKind = (typeof recordKinds)[number]

/** Everything in a descriptor that was done on a day and is relied on since: whether that day has come is for the rules. */
export function recordSubjects(scene: Scene): readonly Subject[] {
  const { engagement } = scene
  const decisions = engagement.decisions
  const record = (kind: RecordKind, what: string, on: string | undefined, pointer: Pointer): readonly Subject[] => {
    if (on === undefined || on === null || on === 'none') return []
    const origin = scene.reader.stated(pointer)
    return [
      subjectOf('record', what, what, scene.reader.at(pointer), {
        record: known(what),
        recordKind: known(kind),
        recordedOn: asFirstInstant(known(on, origin)),
      }),
    ]
  }
  return [
    ...(engagement.agreements ?? []).flatMap((one, at) =>
      record('agreement', `agreement ${one.id}`, one.signedOn, ['agreements', at, 'signedOn']),
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
    ...record('tier-choice', 'choice of AI tier', decisions?.tierChoice?.on, ['decisions', 'tierChoice', 'on']),
    ...record('impact-assessment', 'impact assessment', decisions?.impactAssessment?.on, [
      'decisions',
      'impactAssessment',
      'on',
    ]),
    ...(decisions?.processorAssessments ?? []).flatMap((one, at) =>
      record('processor-assessment', `assessment of ${one.processor}`, one.on, [
        'decisions',
        'processorAssessments',
        at,
        'on',
      ]),
    ),
  ]
}
