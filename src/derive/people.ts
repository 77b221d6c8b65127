import type { Origin } from '../model/fact.ts'
import type { Pointer } from '../model/location.ts'
import { accountsOf, openLogin, type PlacedAccount } from './accounts.ts'
import type { Component } from './components.ts'
import type { Entity } from './entities.ts'
import type { Login } from './evidence/logins.ts'
import type { PlacedPerson } from './personnel.ts'
import type { Reader } from './reader.ts'
import { onceFor } from './remembered.ts'
import type { Scene } from './scene.ts'
import { after, anyOf, chain, each, known, map, openLike, or, unknown, type Value } from './value.ts'

/** Who employs a person. */
export const employerOf = onceFor(({ value, reader, pointer }: PlacedPerson, scene: Scene): Value<Entity> => {
  const ref = reader.get(value, pointer, 'employer', `State the \`employer\` of ${value.id}.`)
  return map(ref, (name) => scene.entities.byRef(name))
})

/** A person who can log in to a component, with the account that makes it so. */
export type Holder = {
  readonly person: PlacedPerson
  readonly account: string
  readonly at: Pointer
  readonly reader: Reader
}

/** What an account states of where it leads, to be looked up for each component; and what may follow from that. */
export const leadingTo = onceFor((account: PlacedAccount, scene: Scene) => {
  const { value, reader, pointer } = account
  const ask = `State which components ${value.id} administers: \`administers\`, or \`[]\`.`
  const administers = reader.get(value, pointer, 'administers', ask)
  const stated = administers.value ?? []
  return {
    administers,
    everything: new Set(stated),
    services: stated.filter((one) => one.includes('/')),
    leads: map(administers, () => true),
    leadsNot: map(administers, () => false),
    mayLead: openLike(administers),
    holders: after(administers, holdersOf(account, scene)),
    noHolders: after(administers, known([])),
  }
})

/** The people who can use an account, as far as they are known. */
export const holdersOf = onceFor(
  ({ value, reader, pointer }: PlacedAccount, scene: Scene): Value<readonly Holder[]> => {
    const holders = reader.get(value, pointer, 'holders', `State who can use ${value.id}: \`holders\`.`)
    return map(holders, (ids) =>
      ids.flatMap((id) => {
        const person = scene.people.find((one) => one.value.id === id)
        return person === undefined ? [] : [{ person, account: value.id, at: pointer, reader }]
      }),
    )
  },
)

/** The people who hold an account that administers a component; unknown where an account leaves that open. */
export const holdersAt = onceFor((component: Component, scene: Scene): Value<readonly Holder[]> => {
  return chain(accountsOf(scene), (accounts) => {
    const all = accounts.map((account) => holdersThrough(account, component, scene))
    const open = openLogin(scene, component)
    if (open !== undefined) all.push(unknown(leftOut(open, scene)))
    return map(each(all), (lists) => (lists.length === 1 ? lists[0] : lists.flat()))
  })
})

/** Those of them who are known, while others may not be. */
export const knownHoldersAt = onceFor((component: Component, scene: Scene): readonly Holder[] =>
  (accountsOf(scene).value ?? []).flatMap((account) =>
    surelyLeads(account, component, scene) ? (holdersOf(account, scene).value ?? []) : [],
  ),
)

/** An account by which no person can log in, with the party whose machines do. */
export type Machine = {
  readonly account: string
  readonly organisation: Value<Entity>
  readonly at: Pointer
  readonly reader: Reader
}

/** The accounts that administer a component and have no holders, as those of machines have. */
export const machinesAt = onceFor((component: Component, scene: Scene): readonly Machine[] =>
  (accountsOf(scene).value ?? []).flatMap((account): readonly Machine[] => {
    const { value, reader, pointer } = account
    if (value.holders?.length !== 0 || !surelyLeads(account, component, scene)) return []
    return [{ account: value.id, organisation: organisationOf(account, scene), at: pointer, reader }]
  }),
)

/** Whose personnel or machines use an account; the firm's, of an account of its registry that does not say otherwise. */
export const organisationOf = onceFor(
  ({ value, reader, pointer, ofFirm }: PlacedAccount, scene: Scene): Value<Entity> => {
    if (ofFirm && value.organisation === undefined) return known(scene.entities.firm, reader.stated(pointer))
    const ask = `State which party's personnel holds ${value.id}: \`organisation\`.`
    return map(reader.get(value, pointer, 'organisation', ask), (ref) => scene.entities.byRef(ref))
  },
)

function surelyLeads(account: PlacedAccount, { id, service }: Component, scene: Scene): boolean {
  const { everything, services } = leadingTo(account, scene)
  return everything.has(id) || (service.value !== undefined && services.includes(service.value))
}

/** Those of one account, if it leads to a component. */
function holdersThrough(account: PlacedAccount, component: Component, scene: Scene): Value<readonly Holder[]> {
  const { administers, services, holders, noHolders } = leadingTo(account, scene)
  const { service } = component
  if (surelyLeads(account, component, scene)) return holders
  return services.length > 0 && service.value === undefined ? after(administers, openLike(service)) : noHolders
}

/** Whether a person holds an account or has remote access. */
export function hasAccess(id: string, scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  const remote: Value<boolean> =
    engagement.remoteAccess === undefined
      ? unknown(reader.missing([], 'remoteAccess', 'State who has access from elsewhere: `remoteAccess`, or `[]`.'))
      : known(engagement.remoteAccess.some((one) => one.by === id))
  const open = openLogin(scene)
  const holds = chain(accountsOf(scene), (accounts) =>
    anyOf([
      ...accounts.map((account) =>
        map(
          account.reader.get(
            account.value,
            account.pointer,
            'holders',
            `State who can use ${account.value.id}: \`holders\`.`,
          ),
          (list) => list.includes(id),
        ),
      ),
      open === undefined ? known(false) : unknown(leftOut(open, scene)),
    ]),
  )
  return or(remote, holds)
}

function leftOut({ at }: Login, { reader }: Scene): Origin {
  return reader.missing(
    ['accounts'],
    'accounts',
    `List every account that evidence shows, with its \`logins\` and \`holders\`: the one at ${at.file}:${at.line} is missing.`,
  )
}
