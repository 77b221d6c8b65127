import type { Account } from '../model/generated/common.ts'
import type { Pointer } from '../model/location.ts'
import { type Reader, readerOf } from './reader.ts'
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
export function accountsOf(scene: Scene): Value<readonly PlacedAccount[]> {
  const { engagement, reader, index } = scene
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
  const firmReader = readerOf(document)
  const list = (document.value.accounts ?? []).map((value, at) => ({
    value,
    reader: firmReader,
    pointer: ['accounts', at],
    ofFirm: true,
  }))
  return known(list, reader.stated(['accounts']))
}
