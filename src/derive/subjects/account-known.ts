import type { Moment } from '../../model/instant.ts'
import type { Placed } from '../../model/location.ts'
import type { Revocation } from '../evidence/judging.ts'
import type { Evidence } from '../evidence/logins.ts'
import type { Value } from '../value.ts'

/** What is known of one account, by whoever says it. */
export type Account = Pick<
  Evidence,
  'kind' | 'administrative' | 'mfa' | 'mfaVerifiedOn' | 'holders' | 'grants' | 'revocation'
> & {
  readonly id: string
  readonly label: string
  readonly place: Placed
  readonly evidenced: Value<boolean>
  /** What evidence shows of it; nothing, where none does. */
  readonly shownRevocation: Value<Revocation>
  readonly listed: Value<boolean>
  readonly firmPersonnel: Value<boolean>
  readonly samePromise: Value<boolean>
  readonly hasOwner: Value<boolean>
  readonly roleNeeds: Value<readonly string[]>
  /** The end of the engagement that access was granted for. */
  readonly hasEnd: Value<boolean>
  readonly end: Value<Moment>
}
