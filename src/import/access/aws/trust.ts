import { isObject, type JsonObject, partOf, textOf } from '../json.ts'
import { allOf, anyOf, atMost, not, type Perhaps } from '../perhaps.ts'
import { arnOf } from './arn.ts'
import { coversAction } from './patterns.ts'
import { documentOf, partsOf, textsOf } from './policy.ts'

/** Whom one statement of a trust policy is about. */
type Clause = {
  readonly allows: boolean
  readonly conditional: boolean
  /** Users and roles by name: for them no further permission is needed. */
  readonly names: ReadonlySet<string>
  /** Everybody in the account who has the permission; nothing: perhaps somebody. */
  readonly account: Perhaps
}

/** Who may take on a role. */
export type Trust = {
  readonly clauses: readonly Clause[]
  /** Where people and machines come from whose accounts the file does not list. */
  readonly outside: readonly string[]
  /** False where the policy is not in the file or not understood. */
  readonly understood: boolean
}

const nobody: Trust = { clauses: [], outside: [], understood: false }

export function trustOf(role: unknown, account: string): Trust {
  const parts = partsOf(documentOf(partOf(role, 'AssumeRolePolicyDocument')))
  const statements = parts?.map((part) => statementOf(part, account))
  if (statements === undefined || !statements.every((one) => one !== undefined)) return nobody
  return {
    clauses: statements.map(({ clause }) => clause),
    outside: [...new Set(statements.flatMap(({ clause, outside }) => (clause.allows ? outside : [])))].sort(),
    understood: true,
  }
}

function statementOf(part: JsonObject, account: string) {
  const effect = textOf(part, 'Effect')
  const actions = textsOf(partOf(part, 'Action'))
  const principal = partOf(part, 'Principal')
  if ((effect !== 'Allow' && effect !== 'Deny') || actions === undefined || principal === undefined) return undefined
  const named = namedBy(principal)
  if (named === undefined) return undefined
  const isOwn = actions.some((pattern) => coversAction(pattern, 'sts:AssumeRole'))
  const own = named.aws.filter((name) => name === '*' || accountOf(name) === account)
  const clause: Clause = {
    allows: effect === 'Allow',
    conditional: Object.hasOwn(part, 'Condition'),
    names: new Set(isOwn ? own.filter((name) => /:(user|role)\//.test(name)) : []),
    account: isOwn && anyOf(own.map((name) => (/:(user|role)\//.test(name) ? false : isWide(name) ? true : undefined))),
  }
  const foreign = named.aws.filter((name) => name === '*' || ![account, undefined].includes(accountOf(name)))
  return { clause, outside: [...(isOwn ? foreign : []), ...named.federated] }
}

/** Principals by kind; those that are services of AWS, and deleted ones, which are ids, let nobody in. */
function namedBy(
  principal: unknown,
): { readonly aws: readonly string[]; readonly federated: readonly string[] } | undefined {
  if (principal === '*') return { aws: ['*'], federated: [] }
  if (!isObject(principal)) return undefined
  const of = (key: string): readonly string[] | undefined =>
    Object.hasOwn(principal, key) ? textsOf(partOf(principal, key)) : []
  const aws = of('AWS')
  const federated = of('Federated')
  return aws === undefined || federated === undefined ? undefined : { aws, federated }
}

const accountOf = (name: string): string | undefined => (/^\d{12}$/.test(name) ? name : arnOf(name)?.account)

/** A whole account; the rest of what is no user or role is a session, of which nobody knows whose it is. */
const isWide = (name: string): boolean => name === '*' || /^\d{12}$/.test(name) || /:root$/.test(name)

/**
 * Whether a role lets a user or a role of its own account take it on. `permitted` says whether that one's own policies
 * allow it, `denied` whether they forbid it.
 */
export function admits(
  { clauses, understood }: Trust,
  name: string,
  asked: { readonly permitted: () => Perhaps; readonly denied: () => Perhaps },
): Perhaps {
  if (!understood) return undefined
  const reach = (allows: boolean, of: (clause: Clause) => Perhaps): Perhaps =>
    anyOf(
      clauses
        .filter((clause) => clause.allows === allows)
        .map((clause) => (clause.conditional ? atMost(of(clause)) : of(clause))),
    )
  const byName = reach(true, ({ names }) => names.has(name))
  const byAccount = reach(true, ({ account }) => account)
  if (byName === false && byAccount === false) return false
  const refused = reach(false, ({ names, account }) => names.has(name) || account)
  const ways = [
    byName === false ? false : allOf(byName, not(asked.denied())),
    byAccount === false ? false : allOf(byAccount, asked.permitted()),
  ]
  return allOf(anyOf(ways), not(refused))
}
