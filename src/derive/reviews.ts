import type { Firm } from '../model/generated/firm.ts'
import type { Pointer } from '../model/location.ts'
import { Reader } from './reader.ts'
import type { Scene } from './scene.ts'
import { known, unknown, type Value } from './value.ts'

export type Review = NonNullable<Firm['reviews']>[number]

/** What the firm recorded of a provider, with the document that it stands in. */
export type PlacedReview = { readonly value: Review; readonly reader: Reader; readonly pointer: Pointer }

/** The firm's entry on a provider, or `none` where the firm lists its reviews and leaves the provider out. */
export function reviewOf(provider: string, scene: Scene): Value<PlacedReview | 'none'> {
  const documents = scene.index.firms.filter((document) => document.value.reviews !== undefined)
  for (const document of documents) {
    const at = (document.value.reviews ?? []).findIndex((one) => one.provider === provider)
    const value = document.value.reviews?.[at]
    if (value === undefined) continue
    const pointer = ['reviews', at]
    const reader = new Reader(document)
    return known({ value, reader, pointer }, reader.stated(pointer))
  }
  const [document] = documents
  if (document !== undefined) return known('none', new Reader(document).listed(['reviews']))
  const ask = `State in the firm's registry when ${provider} was assessed and reviewed: \`reviews\`.`
  return unknown(...scene.index.firms.slice(0, 1).map((firm) => new Reader(firm).missing([], 'reviews', ask)))
}
