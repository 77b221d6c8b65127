import { allOf, anyOf, not, type Perhaps } from '../perhaps.ts'
import { reachOf, reachOfOne } from './patterns.ts'
import { denies, deniesEverything, grants, type Policy, type Question } from './policy.ts'
import { isHarmless, powers } from './powers.ts'
import type { Principal } from './principals.ts'
import { admits, type Trust } from './trust.ts'

/** Whether somebody is an administrator, and what certainly makes them one. */
export type Standing = { readonly administrative: Perhaps; readonly through: readonly string[] }

export type Role = Principal & { readonly trust: Trust }

/** Decides who of an account administers it: by own permissions, and by roles that can be taken on, one after another. */
export class Administrators {
  readonly #powers: readonly Question[]
  readonly #answers = new Map<Policy, Map<Question, { readonly grants: Perhaps; readonly denies: Perhaps }>>()
  readonly #harmless = new Map<Policy, boolean>()
  readonly #roles: readonly { readonly role: Role; readonly taking: Question }[]
  readonly #standings = new Map<string, Standing>()

  constructor(roles: readonly Role[], partition: string, account: string) {
    this.#powers = powers.map(({ action, ...family }) => ({ action, reach: reachOf(family, partition, account) }))
    this.#roles = roles.map((role) => ({ role, taking: { action: 'sts:AssumeRole', reach: reachOfOne(role.arn) } }))
    for (const role of roles) this.#standings.set(role.arn, this.#own(role))
    this.#chain()
  }

  /** What is known of a role; roles that it can take on count. */
  ofRole({ arn }: Role): Perhaps {
    return this.#standings.get(arn)?.administrative
  }

  of(user: Principal): Standing {
    return this.#withRoles(user, this.#own(user))
  }

  /** A role can be a way to another one. Standings only ever rise, so that this ends. */
  #chain(): void {
    for (let changed = true; changed; ) {
      changed = false
      for (const { role } of this.#roles) {
        const before = this.#standings.get(role.arn)
        if (before === undefined || before.administrative === true) continue
        const after = this.#withRoles(role, before)
        if (after.administrative === before.administrative) continue
        this.#standings.set(role.arn, after)
        changed = true
      }
    }
  }

  #withRoles(who: Principal, own: Standing): Standing {
    const ways = this.#roles.flatMap(({ role, taking }) => {
      const standing = this.ofRole(role)
      if (standing === false || role.arn === who.arn) return []
      return [{ name: role.name, administrative: allOf(this.#canTake(who, role, taking), standing) }]
    })
    const certain = ways.filter(({ administrative }) => administrative === true).map(({ name }) => `role ${name}`)
    return {
      administrative: anyOf([own.administrative, ...ways.map(({ administrative }) => administrative)]),
      through: [...own.through, ...certain],
    }
  }

  #canTake(who: Principal, { trust }: Role, taking: Question): Perhaps {
    return admits(trust, who.arn, {
      permitted: () => this.#may(who, taking),
      denied: () => anyOf(policiesOf(who).map((policy) => this.#ask(policy, taking).denies)),
    })
  }

  #own(who: Principal): Standing {
    const policies = policiesOf(who)
    if (policies.some(deniesEverything)) return { administrative: false, through: [] }
    const held = this.#powers.filter((power) => this.#may(who, power) === true)
    if (held.length > 0) {
      const sources = who.held.filter(({ policy }) => held.some((power) => this.#ask(policy, power).grants === true))
      return { administrative: true, through: [...new Set(sources.map(({ through }) => through))].sort() }
    }
    const limited = who.boundary !== undefined && this.#isHarmless(who.boundary)
    const harmless = limited || who.held.every(({ policy }) => this.#isHarmless(policy))
    return { administrative: harmless ? false : undefined, through: [] }
  }

  /** Whether somebody's own policies allow something, none of them denies it, and their boundary leaves room for it. */
  #may({ held, boundary }: Principal, question: Question): Perhaps {
    const granted = anyOf(held.map(({ policy }) => this.#ask(policy, question).grants))
    if (granted === false) return false
    const denied = anyOf(held.map(({ policy }) => this.#ask(policy, question).denies))
    const room = boundary === undefined ? true : this.#room(boundary, question)
    return allOf(granted, not(denied), room)
  }

  #room(boundary: Policy, question: Question): Perhaps {
    const answer = this.#ask(boundary, question)
    return allOf(answer.grants, not(answer.denies))
  }

  #ask(policy: Policy, question: Question) {
    const answers =
      this.#answers.get(policy) ?? new Map<Question, { readonly grants: Perhaps; readonly denies: Perhaps }>()
    this.#answers.set(policy, answers)
    const known = answers.get(question)
    if (known !== undefined) return known
    const answer = { grants: grants(policy, question), denies: denies(policy, question) }
    answers.set(question, answer)
    return answer
  }

  #isHarmless(policy: Policy): boolean {
    const known = this.#harmless.get(policy)
    if (known !== undefined) return known
    const harmless = isHarmless(policy)
    this.#harmless.set(policy, harmless)
    return harmless
  }
}

const policiesOf = ({ held, boundary }: Principal): readonly Policy[] => [
  ...held.map(({ policy }) => policy),
  ...(boundary === undefined ? [] : [boundary]),
]
