import type { Person } from '../model/generated/common.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import type { Pointer } from '../model/location.ts'
import { Reader } from './reader.ts'
import type { RegistryIndex } from './registry-index.ts'

/** A person with the document that says who it is: the descriptor, or the firm's. */
export type PlacedPerson = { readonly value: Person; readonly reader: Reader; readonly pointer: Pointer }

export function peopleOf(engagement: Engagement, reader: Reader, index: RegistryIndex): readonly PlacedPerson[] {
  const own = (engagement.people ?? []).map((value, at) => ({
    value,
    reader,
    pointer: ['people', at],
  }))
  const ofFirm = index.firms.flatMap((document) => {
    const reader = new Reader(document)
    return (document.value.people ?? []).map((value, at) => ({ value, reader, pointer: ['people', at] }))
  })
  return [...own, ...ofFirm]
}
