import type { Account } from '../model/generated/common.ts'
import type { Pointer } from '../model/location.ts'
import type { Component } from './components.ts'
import type { Evidence, Login } from './evidence/logins.ts'
import { Reader } from './reader.ts'
import { onceIn } from './remembered.ts'
import type { Scene } from './scene.ts'
import { known, unknown, type Value } from './value.ts'

/** An account with the document that it stands in. */
export type PlacedAccount = {
  readonly value: Account
  readonly reader: Reader
  readonly pointer: Pointer
  readonly ofFirm: boolean
}

/** The complete list of accounts: the descriptor's own, or the firm's if it says so. */
export const accountsOf = onceIn(({ engagement, reader, index }: Scene): Value<readonly PlacedAccount[]> => {
  const accounts = engagement.accounts
  if (accounts === undefined || accounts === null)
    return unknown(reader.missing([], 'accounts', 'State the accounts: `accounts`, or `[]` if there are none.'))
  if (typeof accounts !== 'string') {
    const list = (accounts as readonly Account[]).map(
      (value, at): PlacedAccount => ({ value, reader, pointer: ['accounts', at], ofFirm: false }),
    )
    return known(list, reader.stated(['accounts']))
  }
  const document = index.firms.find((one) => one.value.accounts !== undefined)
  if (document === undefined)
    return unknown(
      reader.missing(['accounts'], 'accounts', "The firm's registry states no accounts: list them there, or here."),
    )
  const firmReader = new Reader(document)
  const list = (document.value.accounts ?? []).map((value, at) => ({
    value,
    reader: firmReader,
    pointer: ['accounts', at],
    ofFirm: true,
  }))
  return known(list, reader.stated(['accounts']))
})

/** The logins that evidence shows of an account, by the names that it states. */
export function loginsOfAccount({ value }: PlacedAccount, scene: Scene): readonly Login[] {
  return (value.logins ?? []).flatMap((name) => scene.logins.get(name) ?? [])
}

/** The logins that evidence shows, and that no account states. */
export function loginsLeftOut(scene: Scene): readonly Login[] {
  if (scene.logins.size === 0) return []
  const stated = new Set((accountsOf(scene).value ?? []).flatMap(({ value }) => value.logins ?? []))
  return [...scene.logins.values()].filter(({ name }) => !stated.has(name))
}

/**
 * The first login that may administer a component, or anything at all, and that no account states: of a list that leaves
 * it out, nothing follows on who can log in.
 */
export function openLogin(scene: Scene, component?: Component): Login | undefined {
  return loginsLeftOut(scene).find(({ evidence, described }) => {
    if (isRevoked(evidence)) return false
    if (component === undefined) return true
    const administers = described?.value.administers
    return evidence.administrative.value !== false && (administers === undefined || names(administers, component))
  })
}

/** That an account administers a component, as far as evidence shows it; unknown otherwise. */
export function shownToAdminister(component: Component, scene: Scene): Value<true> {
  for (const { evidence, described } of scene.logins.values()) {
    if (evidence.administrative.value !== true || isRevoked(evidence) || described === undefined) continue
    if (names(described.value.administers ?? [], component))
      return known(true, ...evidence.administrative.from, scene.reader.stated([...described.pointer, 'administers']))
  }
  return unknown()
}

const isRevoked = ({ revocation }: Evidence): boolean => revocation.value !== undefined && revocation.value !== 'none'

/** By its id, or by its service. */
const names = (administers: readonly string[], { id, service }: Component): boolean =>
  administers.some((one) => one === id || one === service.value)
