import type { Origin } from '../model/fact.ts'
import type { ProcessingTerms, StatedTerms } from '../model/generated/common.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import { once } from '../model/once.ts'
import type { Entity } from './entities.ts'
import { names } from './names.ts'
import { Reader } from './reader.ts'
import { remembered } from './remembered.ts'
import type { Scene } from './scene.ts'
import { allOf, and, anyOf, chain, firstKnown, known, likewise, map, openLike, unknown, type Value } from './value.ts'

type Agreement = NonNullable<Engagement['agreements']>[number]
type Kind = NonNullable<Agreement['kind']>
export type Term = keyof StatedTerms

/** The processing agreement of two parties, and what it says; what a missing one would have said is unknown. */
export type ProcessingAgreement = {
  readonly exists: Value<boolean>
  readonly title: Value<string>
  readonly signed: Value<boolean>
  readonly signedOn: Value<string>
  readonly acceptance: Value<NonNullable<Agreement['acceptance']>>
  readonly pointer: readonly (string | number)[]
  /** What one key of its terms says: of the template first, then its own. */
  readonly says: <T>(pick: (terms: ProcessingTerms) => T | undefined, ...path: readonly string[]) => Value<T>
  /** Where it states a term, or `not-in-document`. */
  readonly place: (term: Term) => Value<string>
}

/** Whether a document is of a kind and binds two parties. */
function binds(agreement: Agreement, at: number, kind: Kind, one: Entity, other: Entity, scene: Scene): Value<boolean> {
  const pointer = ['agreements', at]
  const { id } = agreement
  const is = scene.reader.get(agreement, pointer, 'kind', `State what kind of document ${id} is: \`kind\`.`)
  const parties = scene.reader.get(agreement, pointer, 'parties', `State who is bound by ${id}: \`parties\`.`)
  const both = (list: readonly string[]): Value<boolean> =>
    allOf([one, other].map((entity) => anyOf([known(false), ...list.map((ref) => names(ref, entity, scene))])))
  const open = [one, other].filter((entity) => entity.kind === 'unknown').flatMap((entity) => entity.country.from)
  const bound: Value<boolean> = chain(parties, (list) =>
    open.length > 0 && list.length > 1 ? unknown(...open) : both(list),
  )
  return and(
    map(is, (value) => value === kind),
    bound,
  )
}

/** The places of the documents that certainly are processing agreements of two parties: more than one is ambiguous. */
export const processingAgreementsAt = (one: Entity, other: Entity, scene: Scene): readonly number[] =>
  remembered(processingAgreementsAt, `${one.id} -> ${other.id}`, scene, () =>
    (scene.engagement.agreements ?? []).flatMap((agreement, at) =>
      binds(agreement, at, 'dpa', one, other, scene).value === true ? [at] : [],
    ),
  )

/** Whether a signed document of a kind binds two parties. */
export function agreed(kind: Kind, one: Entity, other: Entity, scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  if (engagement.agreements === undefined)
    return unknown(reader.missing([], 'agreements', 'State the agreements: `agreements`, or `[]`.'))
  return anyOf([
    known(false, reader.listed(['agreements'])),
    ...engagement.agreements.map((agreement, at) =>
      and(binds(agreement, at, kind, one, other, scene), isSigned(agreement, at, scene)),
    ),
  ])
}

export function isSigned(agreement: Agreement, at: number, scene: Scene): Value<boolean> {
  const ask = `State when ${agreement.id} was signed or accepted: \`signedOn\`, or \`none\`.`
  return map(scene.reader.get(agreement, ['agreements', at], 'signedOn', ask), (day) => day !== 'none')
}

export function processingAgreement(controller: Entity, processor: Entity, scene: Scene): ProcessingAgreement {
  const { engagement, reader } = scene
  const ask = `State the processing agreement of ${controller.name} and ${processor.name}: an entry of \`agreements\` with \`kind: dpa\` and both as \`parties\`.`
  const list = engagement.agreements
  if (list === undefined) return absent(unknown(reader.missing([], 'agreements', ask)))
  const [at] = processingAgreementsAt(controller, processor, scene)
  const agreement = at === undefined ? undefined : list[at]
  if (at === undefined || agreement === undefined) {
    const may = list.map((one, index) => binds(one, index, 'dpa', controller, processor, scene))
    const open = [controller, processor].filter((one) => one.kind === 'unknown').flatMap((one) => one.country.from)
    return absent(
      anyOf([known(false, reader.listed(['agreements'])), ...may, ...(open.length > 0 ? [unknown(...open)] : [])]),
    )
  }
  const pointer = ['agreements', at]
  const { says, place, template } = termsOf(agreement, at, scene)
  return {
    exists: known(true, reader.stated(pointer)),
    title: known(agreement.title ?? template?.title ?? agreement.id),
    signed: isSigned(agreement, at, scene),
    signedOn: reader.get(agreement, pointer, 'signedOn', `State when ${agreement.id} was signed or accepted.`),
    acceptance: reader.get(
      agreement,
      pointer,
      'acceptance',
      `State the record that ${agreement.id} was accepted: \`acceptance\` with \`by\`, \`version\` and \`on\`.`,
    ),
    pointer,
    says,
    place,
  }
}

const absent = (exists: Value<boolean>): ProcessingAgreement => {
  const open = openLike(exists)
  return {
    exists,
    title: open,
    signed: exists.value === false ? likewise(false, exists) : open,
    signedOn: open,
    acceptance: open,
    pointer: [],
    says: () => open,
    place: () => open,
  }
}

/** What an agreement says: by its template, by its own terms, by the standard clauses that it is made of. */
export function termsOf(agreement: Agreement, at: number, scene: Scene) {
  const { reader, index } = scene
  const pointer = ['agreements', at]
  const template = agreement.template === undefined ? undefined : templateOf(agreement.template, scene)
  const says = <T>(pick: (terms: ProcessingTerms) => T | undefined, ...path: readonly string[]): Value<T> => {
    const standard = template === undefined ? undefined : pick(template.terms)
    if (template !== undefined && standard !== undefined) return known(standard, template.origin(path))
    const own = agreement.terms === undefined ? undefined : pick(agreement.terms)
    if (own !== undefined) return known(own, reader.stated([...pointer, 'terms', ...path]))
    const ask = `State what ${agreement.id} says: \`terms.${path.join('.')}\`.`
    return unknown(reader.missing(pointer, path.at(-1) ?? 'terms', ask))
  }
  const basedOn = once(() => says((terms) => terms.basedOn, 'basedOn'))
  const found = new Map<Term, Value<string>>()
  const findPlace = (term: Term): Value<string> => {
    const stated = says((terms) => terms.states?.[term], 'states', term)
    if (stated.value !== undefined) return stated
    const standard = chain(basedOn(), (id) => {
      const clauses = index.processorClauses(id)
      const where = clauses?.value.states[term]
      return clauses === undefined || where === undefined ? unknown() : known(where, clauses.origin)
    })
    return firstKnown(stated, standard)
  }
  // Each agreement is compared with those above it, term by term.
  const place = (term: Term): Value<string> => {
    const one = found.get(term) ?? findPlace(term)
    found.set(term, one)
    return one
  }
  return { says, place, template }
}

/** Standard terms, with the reason to give for what they say. */
type Template = {
  readonly title: string | undefined
  readonly terms: ProcessingTerms
  readonly origin: (path: readonly string[]) => Origin
}

function templateOf(id: string, { index }: Scene): Template | undefined {
  for (const document of index.firms) {
    const at = (document.value.templates ?? []).findIndex((one) => one.id === id)
    const found = document.value.templates?.[at]
    if (found === undefined) continue
    const reader = new Reader(document)
    return {
      title: found.title,
      terms: found.terms,
      origin: (path) => reader.stated(['templates', at, 'terms', ...path]),
    }
  }
  const provider = index.processingTerms(id)
  return provider === undefined
    ? undefined
    : { title: provider.value.title, terms: provider.value.terms, origin: () => provider.origin }
}
