import type { Moment, Span } from '../../model/instant.ts'
import { last } from '../../model/moment.ts'
import type { Subject } from '../../model/subject.ts'
import { accountsOf, loginsLeftOut } from '../accounts.ts'
import { isUndated, type Revocation } from '../evidence/judging.ts'
import { validityOf } from '../evidence/shown.ts'
import type { Scene } from '../scene.ts'
import { each, known, map, openLike, or, type Value } from '../value.ts'
import type { Account } from './account-known.ts'
import { declaredAccount } from './declared-account.ts'
import { evidencedAccount } from './evidenced-account.ts'
import { aging, subjectOf } from './subject.ts'

export function accountSubjects(scene: Scene): readonly Subject[] {
  const accounts = [
    ...(accountsOf(scene).value ?? []).map((account) => declaredAccount(account, scene)),
    ...loginsLeftOut(scene).map((login) => evidencedAccount(login, scene)),
  ]
  const subjects = accounts.map((account) => accountSubject(account, scene))
  return scene.logins.size === 0 ? subjects : subjects.map(aging)
}

function accountSubject(account: Account, scene: Scene): Subject {
  const { id, label, place, holders, grants, roleNeeds, firmPersonnel, revocation, end } = account
  const excess = map(each<readonly string[]>([grants, roleNeeds]), ([granted = [], needed = []]) =>
    granted.filter((one) => !needed.includes(one)),
  )
  const revokedOn = map(revocation, (on) => (on === 'none' ? undefined : on))
  return subjectOf('account', id, label, place, {
    account: known(label),
    evidenced: account.evidenced,
    shownClosed: shownClosed(account.shownRevocation),
    listed: account.listed,
    context: known(scene.engagement.context, scene.reader.stated(['context'])),
    kind: account.kind,
    underPromise: or(firmPersonnel, firmPersonnel.value === true ? known(true) : account.samePromise),
    administrative: account.administrative,
    holderCount: map(holders, (list) => list.length),
    holders,
    hasOwner: account.hasOwner,
    excessGrantCount: map(excess, (list) => list.length),
    excessGrants: excess,
    mfa: account.mfa,
    mfaVerifiedOn: account.mfaVerifiedOn,
    engagementHasEnd: account.hasEnd,
    engagementEnds: end,
    revoked: map(revocation, (on) => on !== 'none'),
    revokedOn,
    endToRevocation: map(each([revokedOn, end]), ([to, from]) =>
      from === undefined || to === undefined ? undefined : between(from, to),
    ),
  })
}

/** Closed by the time that the evidence was collected: what it does not show is not shown, and that is known. */
function shownClosed(revocation: Value<Revocation>): Value<boolean> {
  if (isUndated(revocation)) return openLike(revocation)
  const { value, from } = revocation
  const collected = validityOf(from)?.from
  const closed = value !== undefined && value !== 'none' && collected !== undefined && last(value) <= collected
  return closed ? { value: true, from } : known(false)
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
