import type { AccessEvidence } from '../../model/generated/access-evidence.ts'
import type { Moment } from '../../model/instant.ts'
import type { Location, Pointer } from '../../model/location.ts'
import { last, parseMoment } from '../../model/moment.ts'
import { Missing } from '../origins.ts'
import { chain, firstKnown, known, map, openLike, unknown, type Value } from '../value.ts'
import type { EvidenceFile, System } from './files.ts'
import { isUndated, judgings, ofFiles, ofLogins, type Revocation } from './judging.ts'
import { Shown } from './shown.ts'

type EvidencedAccount = AccessEvidence['accounts'][number]

/** What evidence shows of an account; all of it counts for a while only. */
export type Evidence = {
  readonly kind: Value<'interactive' | 'service'>
  readonly administrative: Value<boolean>
  readonly mfa: Value<NonNullable<EvidencedAccount['mfa']>>
  /** When a second factor was seen to be on. */
  readonly mfaVerifiedOn: Value<Moment>
  readonly holders: Value<readonly string[]>
  readonly owner: Value<string>
  readonly grants: Value<readonly string[]>
  readonly revocation: Value<Revocation>
  /** When the holder left; unknown, if the holder did not. */
  readonly left: Value<Moment>
}

/** One login of one system, with what all files of that system show of it. */
export type Login = {
  /** `aws/123456789012:alice` */
  readonly name: string
  readonly login: string
  readonly system: string
  readonly described: System | undefined
  readonly at: Location
  /** Known if it is known when it was seen; counts as long as that does. */
  readonly seen: Value<true>
  readonly evidence: Evidence
  /** What to state of a system that the descriptor does not mention. */
  readonly describe: string
  /** What to do about a key of which no file shows anything; `shows`: what a file would have to. */
  readonly silent: (key: string, shows?: (login: string) => string) => Missing
}

/** The logins of all systems, in the order of their names. */
export function loginsOf(files: readonly EvidenceFile[]): ReadonlyMap<string, Login> {
  const found = new Map<string, Seen[]>()
  for (const one of files.flatMap(seenIn)) {
    const name = `${one.file.system}:${one.account.login}`
    const seen = found.get(name)
    if (seen === undefined) found.set(name, [one])
    else seen.push(one)
  }
  const inOrder = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return new Map(
    inOrder.flatMap(([name, seen]) => (seen[0] === undefined ? [] : [[name, loginOf(name, seen[0], seen)]])),
  )
}

/** One account in one file. */
type Seen = { readonly file: EvidenceFile; readonly account: EvidencedAccount; readonly pointer: Pointer }

/** The accounts that a file lists, and the ways in for those that other systems keep: nobody knows how these log in. */
function seenIn(file: EvidenceFile): readonly Seen[] {
  const { accounts, unlisted = [] } = file.document.value
  return [
    ...accounts.map((account, at): Seen => ({ file, account, pointer: ['accounts', at] })),
    ...unlisted.map(({ through, administrative }, at): Seen => {
      const account = { login: through, ...(administrative === undefined ? {} : { administrative }) }
      return { file, account, pointer: ['unlisted', at] }
    }),
  ]
}

function loginOf(name: string, { file, account, pointer }: Seen, all: readonly Seen[]): Login {
  const { document, system, described } = file
  return {
    name,
    login: account.login,
    system,
    described,
    at: document.at(pointer),
    seen: firstKnown(...all.map((one) => shown(one.file, one.pointer))),
    evidence: {
      kind: ofFiles(
        all.map((one) => read(one, 'kind')),
        judgings.kind,
      ),
      administrative: ofFiles(all.map(administrative), judgings.administrative),
      mfa: ofFiles(
        all.map((one) => read(one, 'mfa')),
        judgings.mfa,
      ),
      mfaVerifiedOn: latestOf(all.map(verified)),
      holders: ofFiles(
        all.map((one) => read(one, 'holders')),
        judgings.holders,
      ),
      owner: ofFiles(
        all.map((one) => read(one, 'owner')),
        judgings.owner,
      ),
      grants: ofFiles(
        all.map((one) => read(one, 'grants')),
        judgings.grants,
      ),
      revocation: ofFiles(all.map(revocation), judgings.revocation),
      left: ofFiles(all.map(left), judgings.left),
    },
    describe:
      document.value.system === undefined
        ? `State which system ${document.file} is of: an entry of \`accessEvidence\` with \`system\`, \`files: [${document.file}]\`, \`organisation\` and \`grantedFor\`.`
        : `State whose personnel holds the accounts of ${system}: an entry of \`accessEvidence\` with \`system: ${system}\`, \`organisation\` and \`grantedFor\`.`,
    silent: (key, shows) => {
      const who = `${account.login} in ${system}`
      const keys = `in \`accounts\` with \`logins: ["${name}"]\` and \`${key}\`.`
      const ask =
        shows === undefined ? `List ${who} ${keys}` : `Give evidence that shows ${shows(who)}, or list it ${keys}`
      return new Missing(document, pointer, key, ask)
    },
  }
}

/** The newest come first. */
function latestOf(values: readonly Value<Moment>[]): Value<Moment> {
  return values.find(isUndated) ?? firstKnown(...values)
}

/** The evidence of an account that has several logins. */
export function together([first, ...others]: readonly [Evidence, ...Evidence[]]): Evidence {
  if (others.length === 0) return first
  const all = [first, ...others]
  return {
    kind: ofLogins(
      all.map(({ kind }) => kind),
      judgings.kind,
    ),
    administrative: ofLogins(
      all.map((one) => one.administrative),
      judgings.administrative,
    ),
    mfa: ofLogins(
      all.map(({ mfa }) => mfa),
      judgings.mfa,
    ),
    mfaVerifiedOn: ofLogins(
      all.map((one) => one.mfaVerifiedOn),
      judgings.verified,
    ),
    holders: ofLogins(
      all.map(({ holders }) => holders),
      judgings.holders,
    ),
    owner: ofLogins(
      all.map(({ owner }) => owner),
      judgings.owner,
    ),
    grants: ofLogins(
      all.map(({ grants }) => grants),
      judgings.grants,
    ),
    revocation: ofLogins(
      all.map(({ revocation }) => revocation),
      judgings.revocation,
    ),
    left: ofFiles(
      all.map(({ left }) => left),
      judgings.left,
    ),
  }
}

/** What one file says of one account. It counts for as long as the file does. */
function read<K extends keyof EvidencedAccount>(
  { file, account, pointer }: Seen,
  key: K,
): Value<NonNullable<EvidencedAccount[K]>> {
  const value = account[key]
  if (value === undefined || value === null) return unknown()
  return map(shown(file, [...pointer, key]), () => value as NonNullable<EvidencedAccount[K]>)
}

function shown({ document, validity }: EvidenceFile, pointer: Pointer): Value<true> {
  return validity.value === undefined ? openLike(validity) : known(true, new Shown(document, pointer, validity.value))
}

/** Whoever owns a system can change it. */
function administrative(one: Seen): Value<boolean> {
  const root = read(one, 'root')
  if (root.value === true) return root
  const through = one.account.administrativeThrough ?? []
  const { value, from } = read(one, 'administrative')
  if (value !== true || through.length === 0) return { value, from }
  return known(
    true,
    ...from.map((origin) =>
      origin instanceof Shown ? origin.as(`administrative through ${through.join(', ')}`) : origin,
    ),
  )
}

/** That there was a second factor when the file was made is a verification on that day. */
function verified(one: Seen): Value<Moment> {
  return chain(read(one, 'mfa'), (mfa) => (mfa === 'none' ? unknown() : one.file.collected))
}

/** Who can log in was not revoked, whatever else the file says; who cannot was, at some time until then. */
function revocation(one: Seen): Value<Revocation> {
  const active = read(one, 'active')
  if (active.value === true) return map(active, (): Revocation => 'none')
  const on = read(one, 'revokedOn')
  if (on.value !== undefined) return map(on, (text) => (text === 'none' ? text : parseMoment(text)))
  return chain(active, () => map(one.file.collected, until))
}

const until = (moment: Moment): Moment => ({
  from: 0,
  to: last(moment) + 1,
  dateOnly: false,
  text: `${moment.text} or before`,
})

function left(one: Seen): Value<Moment> {
  return map(read(one, 'holderLeftOn'), (text) => (text === 'none' ? undefined : parseMoment(text)))
}
