import type { Engagement } from '../../model/generated/engagement.ts'
import type { Pointer } from '../../model/location.ts'
import type { Subject } from '../../model/subject.ts'
import type { Entity } from '../entities.ts'
import type { Scene } from '../scene.ts'
import { and, anyOf, chain, known, likewise, map, unknown, type Value } from '../value.ts'
import { signed } from './documentation.ts'
import { subjectOf } from './subject.ts'

type Assurance = NonNullable<Engagement['assurance']>
type Audit = NonNullable<Assurance['audits']>[number]
type SharedPolicy = NonNullable<Assurance['sharedPolicies']>[number]

/** A list of `assurance`, or why it is not known. */
function assuranceList<K extends keyof Assurance & string>(
  key: K,
  what: string,
  scene: Scene,
): Value<NonNullable<Assurance[K]>> {
  const ask = `State ${what}: \`assurance.${key}\`, or \`[]\` if there are none.`
  return chain(scene.reader.get(scene.engagement, [], 'assurance', ask), (assurance) =>
    scene.reader.get(assurance, ['assurance'], key, ask),
  )
}

export const auditsOf = (scene: Scene): Value<readonly Audit[]> =>
  assuranceList('audits', 'the audits, and what was accepted instead of them', scene)

export const sharedPoliciesOf = (scene: Scene): Value<readonly SharedPolicy[]> =>
  assuranceList('sharedPolicies', 'the security policies that were given to others', scene)

export function auditSubjects(scene: Scene): readonly Subject[] {
  const { engagement, reader } = scene
  return (auditsOf(scene).value ?? []).map((audit, at) => {
    const pointer = ['assurance', 'audits', at]
    const read = <K extends keyof Audit & string>(key: K, ask: string) => reader.get(audit, pointer, key, ask)
    const mandator = partyOf(
      read('mandatedBy', `State who mandated the auditor of ${audit.id}: \`mandatedBy\`.`),
      scene,
    )
    const auditor = auditorOf(audit, pointer, scene)
    const agreement = chain(
      read('conditions', `State the agreement that sets the conditions of ${audit.id}: \`conditions\`.`),
      (one) =>
        reader.get(
          one,
          [...pointer, 'conditions'],
          'agreement',
          'State the agreement, by its id under `agreements`, or `none`.',
        ),
    )
    return subjectOf('audit', audit.id, audit.title ?? audit.id, reader.place(pointer), {
      audit: known(audit.title ?? audit.id),
      context: known(engagement.context, reader.stated(['context'])),
      kind: kindOf(audit, pointer, scene),
      mandator: map(mandator, (one) => one.name),
      mandatedByClient: chain(mandator, (one) => one.client),
      auditor: map(auditor, (one) => one.name),
      auditorIs: chain(
        auditor,
        (one): Value<'client' | 'firm' | 'other'> =>
          one.kind === 'firm' ? known('firm') : map(one.client, (client) => (client ? 'client' : 'other')),
      ),
      independent: read(
        'independent',
        `State whether the auditor of ${audit.id} has no interest in what is audited: \`independent\`.`,
      ),
      conditionsAgreed: chain(agreement, (id) => signed(id, scene)),
      conditionsDocument: chain(agreement, (id) => agreementKind(id, scene)),
      acceptanceRecorded: map(
        read('record', `State where the acceptance ${audit.id} is recorded: \`record\`, or \`none\`.`),
        (record) => record !== 'none',
      ),
      auditRight: read('auditRight', `State what ${audit.id} leaves of the right to audit: \`auditRight\`.`),
    })
  })
}

const kindOf = (audit: Audit, pointer: Pointer, scene: Scene) =>
  scene.reader.get(audit, pointer, 'kind', `State what kind of assurance ${audit.id} is: \`kind\`.`)

const auditorOf = (audit: Audit, pointer: Pointer, scene: Scene): Value<Entity> =>
  partyOf(scene.reader.get(audit, pointer, 'auditor', `State who audits in ${audit.id}: \`auditor\`.`), scene)

/** Whom a reference names; unknown for a bare provider that has several entities. */
const partyOf = (ref: Value<string>, scene: Scene): Value<Entity> => map(ref, scene.entities.byRef)

function agreementKind(id: string, scene: Scene) {
  const at = (scene.engagement.agreements ?? []).findIndex((one) => one.id === id)
  const agreement = scene.engagement.agreements?.[at]
  if (agreement === undefined) return unknown()
  return scene.reader.get(agreement, ['agreements', at], 'kind', `State what kind of document ${id} is: \`kind\`.`)
}

export function sharedPolicySubjects(scene: Scene): readonly Subject[] {
  const { engagement, reader } = scene
  return (sharedPoliciesOf(scene).value ?? []).map((shared, at) => {
    const pointer = ['assurance', 'sharedPolicies', at]
    const recipient = partyOf(
      reader.get(shared, pointer, 'with', `State who was given the policy of ${shared.id}: \`with\`.`),
      scene,
    )
    const name = shared.policy ?? shared.id
    return subjectOf('shared-policy', shared.id, name, reader.place(pointer), {
      policy: known(name),
      context: known(engagement.context, reader.stated(['context'])),
      extent: reader.get(
        shared,
        pointer,
        'extent',
        `State how much of the policy was given: \`extent\` of ${shared.id}.`,
      ),
      recipient: map(recipient, (one) => one.name),
      recipientIsClient: chain(recipient, (one) => one.client),
      recipientIsAuditor: chain(recipient, (one) => auditsFormally(one, scene)),
    })
  })
}

/** Whether somebody is the auditor of a formal review that the engagement lists. */
function auditsFormally(party: Entity, scene: Scene): Value<boolean> {
  const audits = auditsOf(scene)
  return chain(audits, (list) =>
    anyOf([
      ...list.map((audit, at) => {
        const pointer = ['assurance', 'audits', at]
        return and(
          map(kindOf(audit, pointer, scene), (kind) => kind === 'formal-review'),
          map(auditorOf(audit, pointer, scene), (auditor) => auditor.id === party.id),
        )
      }),
      likewise(false, audits),
    ]),
  )
}
