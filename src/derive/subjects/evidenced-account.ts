import type { Origin } from '../../model/fact.ts'
import type { Engagement } from '../../model/generated/engagement.ts'
import { accountsOf } from '../accounts.ts'
import type { Login } from '../evidence/logins.ts'
import type { Scene } from '../scene.ts'
import { chain, known, map, openLike, unknown, type Value } from '../value.ts'
import { endOf, endStated } from './account-end.ts'
import type { Account } from './account-known.ts'

/** An account that evidence shows and no list names: it is judged by what evidence shows, and by whose system it is. */
export function evidencedAccount(login: Login, scene: Scene): Account {
  const { name, system, described, evidence, silent } = login
  /** What no file shows has to be shown, or stated of a listed account. */
  const shown = <T>(value: Value<T>, key: string, what: (login: string) => string): Value<T> =>
    value.value === undefined && value.from.length === 0 ? unknown(silent(key, what)) : value
  const ends =
    described === undefined
      ? unknown(undescribed(login, scene))
      : endStated(described.value, system, described.pointer, scene.reader, scene)
  return {
    id: name,
    label: `${login.login} in ${system}`,
    place: login,
    evidenced: login.seen,
    shownRevocation: evidence.revocation,
    listed: listed(login, scene),
    firmPersonnel: map(
      read(login, scene, 'organisation', `State whose personnel holds the accounts of ${system}: \`organisation\`.`),
      (ref) => scene.entities.byRef(ref)?.kind === 'firm',
    ),
    samePromise: read(
      login,
      scene,
      'samePromise',
      `State whether the engagement brings the accounts of ${system} under the same promise: \`samePromise\`.`,
    ),
    kind: shown(evidence.kind, 'kind', (who) => `whether people or machines log in with ${who}`),
    administrative: shown(evidence.administrative, 'administrative', (who) => `whether ${who} is an administrator`),
    holders: shown(evidence.holders, 'holders', (who) => `who can use ${who}`),
    hasOwner: map(
      shown(evidence.owner, 'owner', (who) => `who answers for ${who}`),
      (owner) => owner !== 'none',
    ),
    grants: shown(evidence.grants, 'grants', (who) => `the permissions of ${who}`),
    roleNeeds: unknown(silent('roleNeeds')),
    mfa: shown(evidence.mfa, 'mfa', (who) => `the second factor of ${who}`),
    mfaVerifiedOn: shown(evidence.mfaVerifiedOn, 'mfaVerifiedOn', (who) => `the second factor of ${who}`),
    revocation: shown(evidence.revocation, 'revokedOn', (who) => `whether one can still log in with ${who}`),
    ...endOf(ends, evidence.left, () => endedBefore(login, scene)),
  }
}

type Entry = NonNullable<Engagement['accessEvidence']>[number]

/** What the descriptor says of the system. */
function read<K extends keyof Entry & string>(
  login: Login,
  scene: Scene,
  key: K,
  ask: string,
): Value<NonNullable<Entry[K]>> {
  const { described } = login
  return described === undefined
    ? unknown(undescribed(login, scene))
    : scene.reader.get(described.value, described.pointer, key, ask)
}

function undescribed({ describe }: Login, { engagement, reader }: Scene): Origin {
  return reader.missing(engagement.accessEvidence === undefined ? [] : ['accessEvidence'], 'accessEvidence', describe)
}

/** A stated list is complete, and this account is not in it. */
function listed(login: Login, scene: Scene): Value<boolean> {
  const accounts = accountsOf(scene)
  if (accounts.value === undefined) return openLike(accounts)
  return chain(login.seen, () => known(false, scene.reader.listed(['accounts'])))
}

function endedBefore({ login, system, described, name, at }: Login, { reader }: Scene): Origin {
  const ask = `List ${login} in \`accounts\` with \`logins: ["${name}"]\` and \`grantedFor\`: by ${at.file}:${at.line} its holder left after the engagement had ended that access to ${system} was granted for.`
  return reader.missing(described?.pointer ?? [], 'grantedFor', ask)
}
