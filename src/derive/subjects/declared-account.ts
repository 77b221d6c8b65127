import type { Origin } from '../../model/fact.ts'
import { last, parseMoment } from '../../model/moment.ts'
import { loginsOfAccount, type PlacedAccount } from '../accounts.ts'
import { against } from '../evidence/claims.ts'
import { isUndated, type Judging, judgings, type Revocation } from '../evidence/judging.ts'
import { type Evidence, together } from '../evidence/logins.ts'
import { Shown, validityOf } from '../evidence/shown.ts'
import { asMoment } from '../grounds.ts'
import { leadingTo, organisationOf } from '../people.ts'
import type { Scene } from '../scene.ts'
import { known, map, or, unknown, type Value } from '../value.ts'
import { endOf, endStated } from './account-end.ts'
import type { Account } from './account-known.ts'

/** An account that the descriptor or the firm lists, with what evidence shows of its logins. */
export function declaredAccount(account: PlacedAccount, scene: Scene): Account {
  const { value, reader, pointer } = account
  const { id } = value
  const read = <K extends keyof typeof value & string>(key: K, ask: string) => reader.get(value, pointer, key, ask)
  const [first, ...others] = loginsOfAccount(account, scene)
  const evidence = first === undefined ? undefined : together([first.evidence, ...others.map((one) => one.evidence)])
  /** What is claimed under a key, against what evidence shows. */
  const weighed = <T>(key: string, claim: Value<T>, shown: Value<T> | undefined, judging: Judging<T>): Value<T> =>
    shown === undefined ? claim : against(claim, shown, judging, () => differing(account, key, shown))
  const left = evidence?.left ?? unknown()
  const verified = read('mfaVerifiedOn', `State when the second factor of ${id} was last verified: \`mfaVerifiedOn\`.`)
  const owner = read('owner', `State who answers for ${id}: \`owner\`, or \`none\`.`)
  return {
    id,
    label: value.title ?? id,
    place: reader.place(pointer),
    evidenced: evidenced(account, scene),
    shownRevocation: evidence?.revocation ?? unknown(),
    listed: known(true, reader.stated(pointer)),
    firmPersonnel: map(organisationOf(account, scene), ({ kind }) => kind === 'firm'),
    samePromise: read(
      'samePromise',
      `State whether the engagement brings ${id} under the same promise: \`samePromise\`.`,
    ),
    kind: weighed(
      'kind',
      read('kind', `State whether people or machines log in with ${id}: \`kind\`.`),
      evidence?.kind,
      judgings.kind,
    ),
    administrative: weighed(
      'administrative',
      or(
        read('administrative', `State whether ${id} can change settings, users or data of others: \`administrative\`.`),
        administersSomething(account, scene),
      ),
      evidence?.administrative,
      judgings.administrative,
    ),
    holders: weighed(
      'holders',
      read('holders', `State who can use ${id}: \`holders\`.`),
      evidence?.holders,
      judgings.holders,
    ),
    hasOwner: map(weighed('owner', owner, evidence?.owner, judgings.owner), (one) => one !== 'none'),
    grants: weighed(
      'grants',
      read('grants', `State the permissions that ${id} has: \`grants\`.`),
      evidence?.grants,
      judgings.grants,
    ),
    roleNeeds: read('roleNeeds', `State the permissions that the role needs: \`roleNeeds\` of ${id}.`),
    mfa: weighed(
      'mfa',
      read('mfa', `State the second factor of ${id}: \`mfa\`, or \`none\`.`),
      evidence?.mfa,
      judgings.mfa,
    ),
    mfaVerifiedOn:
      evidence === undefined || (evidence.mfaVerifiedOn.value === undefined && !isUndated(evidence.mfaVerifiedOn))
        ? asMoment(verified)
        : evidence.mfaVerifiedOn,
    revocation: revocationOf(account, evidence),
    ...endOf(endStated(value, id, pointer, reader, scene), left, () => differing(account, 'grantedFor', left)),
  }
}

/** What can administer a component is administrative, whatever else is said of it. */
const administersSomething = (account: PlacedAccount, scene: Scene): Value<boolean> =>
  map(leadingTo(account, scene).administers, (list) => list.length > 0)

/** Nobody has to say so where there is no evidence; where there is, the account may be one that it shows. */
function evidenced(account: PlacedAccount, scene: Scene): Value<boolean> {
  if (scene.evidence.length === 0) return known(false)
  const { value, reader, pointer } = account
  const [login] = loginsOfAccount(account, scene)
  if (login !== undefined) return login.seen
  return map(
    reader.get(
      value,
      pointer,
      'logins',
      `State which logins of the evidence are ${value.id}: \`logins\`, or \`[]\` if it is in none of the systems.`,
    ),
    () => false,
  )
}

/** A revocation that is claimed for a time after the evidence was collected is neither shown nor denied by it. */
function revocationOf(account: PlacedAccount, evidence: Evidence | undefined): Value<Revocation> {
  const { value, reader, pointer } = account
  const ask = `State when access by ${value.id} was revoked: \`revokedOn\`, or \`none\`.`
  const claim = map(reader.get(value, pointer, 'revokedOn', ask), (text): Revocation | undefined =>
    text === 'none' ? text : parseMoment(text),
  )
  if (evidence === undefined) return claim
  const shown = evidence.revocation
  const collected = validityOf(shown.from)?.from
  const on = claim.value
  const later = on !== undefined && on !== 'none' && collected !== undefined && last(on) >= collected
  if (later && shown.value === 'none')
    return unknown(
      reader.missing(
        [...pointer, 'revokedOn'],
        'revokedOn',
        `Give newer evidence: ${placeOf(shown)} is from before access by ${value.id} was revoked.`,
      ),
      ...shown.from,
    )
  return against(claim, shown, judgings.revocation, () => differing(account, 'revokedOn', shown))
}

const differing = ({ value, reader, pointer }: PlacedAccount, key: string, shown: Value<unknown>): Origin =>
  reader.missing(
    [...pointer, key],
    key,
    `Correct \`${key}\` of ${value.id}, or give newer evidence: ${placeOf(shown)} shows otherwise.`,
  )

function placeOf({ from }: Value<unknown>): string {
  const at = from.find((origin) => origin instanceof Shown)?.at
  return at === undefined ? 'evidence' : `${at.file}:${at.line}`
}
