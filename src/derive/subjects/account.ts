import type { Moment, Span } from '../../model/instant.ts'
import type { Subject } from '../../model/subject.ts'
import { accountsOf, type PlacedAccount } from '../accounts.ts'
import { asMoment } from '../grounds.ts'
import type { Scene } from '../scene.ts'
import { chain, each, known, map, or, unknown, type Value } from '../value.ts'
import { subjectOf } from './subject.ts'

export function accountSubjects(scene: Scene): readonly Subject[] {
  return (accountsOf(scene).value ?? []).map((account) => accountSubject(account, scene))
}

function accountSubject({ value, reader, pointer, ofFirm }: PlacedAccount, scene: Scene): Subject {
  const read = <K extends keyof typeof value & string>(key: K, ask: string) => reader.get(value, pointer, key, ask)
  const organisation = map(
    read('organisation', `State which party's personnel holds ${value.id}: \`organisation\`.`),
    (ref) => scene.entities.byRef(ref)?.kind === 'firm',
  )
  const firmPersonnel = ofFirm && value.organisation === undefined ? known(true) : organisation
  const holders = read('holders', `State who can use ${value.id}: \`holders\`.`)
  const grants = read('grants', `State the permissions that ${value.id} has: \`grants\`.`)
  const needs = read('roleNeeds', `State the permissions that the role needs: \`roleNeeds\` of ${value.id}.`)
  const excess = map(each<readonly string[]>([grants, needs]), ([granted = [], needed = []]) =>
    granted.filter((one) => !needed.includes(one)),
  )
  const ends = endOf(value.grantedFor, reader, pointer, value, scene)
  const end = chain(ends, (text): Value<Moment> => (text === 'none' ? unknown() : asMoment(known(text, ...ends.from))))
  const revokedOn = read('revokedOn', `State when access by ${value.id} was revoked: \`revokedOn\`, or \`none\`.`)
  const revoked = chain(
    revokedOn,
    (text): Value<Moment> => (text === 'none' ? unknown() : asMoment(known(text, ...revokedOn.from))),
  )
  return subjectOf('account', value.id, value.title ?? value.id, reader.at(pointer), {
    account: known(value.title ?? value.id),
    context: known(scene.engagement.context, scene.reader.stated(['context'])),
    kind: read('kind', `State whether people or machines log in with ${value.id}: \`kind\`.`),
    underPromise: or(
      firmPersonnel,
      firmPersonnel.value === true
        ? known(true)
        : read(
            'samePromise',
            `State whether the engagement brings ${value.id} under the same promise: \`samePromise\`.`,
          ),
    ),
    administrative: read(
      'administrative',
      `State whether ${value.id} can change settings, users or data of others: \`administrative\`.`,
    ),
    holderCount: map(holders, (list) => list.length),
    holders,
    hasOwner: map(
      read('owner', `State who answers for ${value.id}: \`owner\`, or \`none\`.`),
      (owner) => owner !== 'none',
    ),
    excessGrantCount: map(excess, (list) => list.length),
    excessGrants: excess,
    mfa: read('mfa', `State the second factor of ${value.id}: \`mfa\`, or \`none\`.`),
    mfaVerifiedOn: asMoment(
      read('mfaVerifiedOn', `State when the second factor of ${value.id} was last verified: \`mfaVerifiedOn\`.`),
    ),
    engagementHasEnd: map(ends, (text) => text !== 'none'),
    engagementEnds: end,
    revoked: map(revokedOn, (text) => text !== 'none'),
    revokedOn: revoked,
    endToRevocation: map(each([revoked, end]), ([to, from]) =>
      from === undefined || to === undefined ? undefined : between(from, to),
    ),
  })
}

/** When the engagement ends that access was granted for: this one, or another that the account names. */
function endOf(
  grantedFor: string | undefined,
  reader: PlacedAccount['reader'],
  pointer: PlacedAccount['pointer'],
  value: PlacedAccount['value'],
  scene: Scene,
): Value<string> {
  if (grantedFor === undefined)
    return unknown(
      reader.missing(
        pointer,
        'grantedFor',
        `State for which engagement access by ${value.id} was granted: \`grantedFor\`.`,
      ),
    )
  if (grantedFor === scene.engagement.id)
    return scene.reader.get(scene.engagement, [], 'ends', 'State when the engagement ends: `ends`, or `none`.')
  return reader.get(
    value,
    pointer,
    'grantedForEnds',
    `State when ${grantedFor} ends: \`grantedForEnds\` of ${value.id}, or \`none\`.`,
  )
}

/** The time from one moment to another, as exactly as both are stated. */
function between(from: Moment, to: Moment): Span {
  const latest = to.from === to.to ? to.from : to.to - 1
  return {
    from: to.from - (from.from === from.to ? from.from : from.to - 1),
    to: latest - from.from,
    text: `from ${from.text} to ${to.text}`,
  }
}
