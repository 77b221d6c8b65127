import type { Subject } from '../../model/subject.ts'
import type { Component } from '../components.ts'
import { type Disclosure, mayBeMore } from '../disclosures.ts'
import { asMoment, groundOf, readGround } from '../grounds.ts'
import { Reader } from '../reader.ts'
import type { Scene } from '../scene.ts'
import { categoryOf, loads, mayBeMoreTags, readTag, type Tag, type TagValue } from '../tags.ts'
import { allOf, anyOf, chain, firstKnown, known, map, not, openLike, or, unknown, type Value } from '../value.ts'
import { signed } from './documentation.ts'
import { subjectOf } from './subject.ts'

export function tagSubject(tag: Tag, tags: readonly Tag[], disclosures: readonly Disclosure[], scene: Scene): Subject {
  const read = <K extends keyof TagValue & string>(key: K, ask: string) => readTag(tag, key, ask, scene)
  const documented = documentOf(tag, scene)
  const more = mayBeMoreTags(scene)
  const loading = tags.map((container) => ({ container, loads: loads(container, tag, scene) }))
  const containers = loading.filter((one) => one.loads.value === true).map((one) => one.container)
  const early = consentOf(tag, 'firesBefore', 'what happens before consent is given, or `[]`', scene)
  const open = openTransfers(tag, disclosures, scene)
  const accepted = acceptanceOf(tag, 'on', "when the provider's terms were accepted, or `none`", scene)
  const acceptedWith = acceptanceOf(tag, 'with', "the entity with which the provider's terms were accepted", scene)
  const contracting = chain(tag.receiver, (one) => (one === 'none' ? unknown() : contractingOf(one)))
  return subjectOf('tag', tag.id, tag.title, tag.place, {
    tag: known(tag.title),
    site: map(tag.site, (one) => one.title),
    provider: chain(tag.receiver, (one) => (one === 'none' ? known('none') : one.service)),
    context: tag.value === undefined ? contextOf(tag) : chain(tag.site, (one) => one.context),
    kind: read('kind', `State what ${tag.id} is for: \`kind\`.`),
    serviceCategory: chain(tag.receiver, categoryOf),
    onFirmWebsite: chain(tag.site, (one) => onFirmWebsite(one, scene)),
    documented: chain(documented, ({ agreement }) => signed(agreement, scene)),
    contentStated: stated(read('loads', `State which tags ${tag.id} loads: \`loads\`, or \`[]\`.`)),
    loadedByContainer: tag.value === undefined ? openLike(tag.site) : anyOf([...loading.map((one) => one.loads), more]),
    containers: known(containers.map((one) => one.title)),
    documentedApart: allOf([
      map(documented, ({ agreement }) => agreement !== 'none'),
      ...loading.map((one) => or(not(one.loads), apart(tag, one.container, scene))),
      not(more),
    ]),
    consentAsked: map(
      consentOf(tag, 'mechanism', 'what asks for consent, or `none`', scene),
      (mechanism) => mechanism !== 'none',
    ),
    consentQualities: consentOf(tag, 'qualities', 'what is true of the consent that is asked for', scene),
    consentSince: asMoment(consentOf(tag, 'since', 'since when consent is asked for', scene)),
    earlyEventCount: map(early, (list) => list.length),
    earlyEvents: early,
    runsFrom: asMoment(read('runsFrom', `State since when ${tag.id} runs: \`runsFrom\`.`)),
    hasReceiver: map(tag.receiver, (one) => one !== 'none'),
    hasProvider: chain(tag.receiver, (one) =>
      one === 'none' ? known(false) : map(one.service, (service) => service !== 'none'),
    ),
    flowDescribed: flowDescribed(tag, scene),
    transferWithoutGround: anyOf([...open.map((one) => one.open), mayBeMore(scene)]),
    transfersWithoutGround: known(open.filter((one) => one.open.value === true).map(({ disclosure }) => disclosure.id)),
    contractingEntity: map(contracting, (one) => one.name),
    termsAccepted: map(accepted, (when) => when !== 'none'),
    termsAcceptedOn: asMoment(chain(accepted, (when) => (when === 'none' ? unknown() : known(when)))),
    acceptedWith: map(acceptedWith, (ref) => scene.entities.byRef(ref)?.name),
    acceptedWithContractingEntity: chain(contracting, (one) => map(acceptedWith, (ref) => ref === one.id)),
  })
}

/** True or unknown, never false: a list is stated, or nothing is. */
const stated = (list: Value<readonly unknown[]>): Value<boolean> => map(list, () => true)

/** What nobody lists is judged in the context of what receives. */
const contextOf = (tag: Tag) => chain(tag.receiver, (one) => (one === 'none' ? unknown() : one.context))

/** Whether a host of the site is one of the firm's, or below it. */
function onFirmWebsite(site: Component, scene: Scene): Value<boolean> {
  const hosts = scene.reader.get(
    site.value,
    site.pointer,
    'hosts',
    `State the host names under which people reach ${site.id}: \`hosts\`.`,
  )
  const websites = firstKnown(
    ...scene.index.firms.map((document) =>
      new Reader(document).get(document.value, [], 'websites', "State the firm's `websites` in its registry document."),
    ),
  )
  const own = (host: string, website: string): boolean => host === website || host.endsWith(`.${website}`)
  return chain(websites, (list) =>
    map(hosts, (names) => names.some((host) => list.some((website) => own(host.toLowerCase(), website.toLowerCase())))),
  )
}

type Documented = { readonly agreement: string; readonly clause: Value<string> }

function documentOf(tag: Tag, scene: Scene): Value<Documented> {
  const { reader } = scene
  const pointer = [...tag.pointer, 'documented']
  return chain(readTag(tag, 'documented', `State where ${tag.id} is documented: \`documented\`.`, scene), (document) =>
    map(
      reader.get(document, pointer, 'agreement', 'State the document, by its id under `agreements`, or `none`.'),
      (agreement) => ({
        agreement,
        clause: reader.get(document, pointer, 'clause', `State where in ${agreement}: \`clause\`.`),
      }),
    ),
  )
}

/** Whether a tag is documented in another document, or under another clause, than its container. */
function apart(tag: Tag, container: Tag, scene: Scene): Value<boolean> {
  return chain(documentOf(tag, scene), (own) =>
    chain(documentOf(container, scene), (other) => {
      if (own.agreement !== other.agreement) return known(true)
      return chain(own.clause, (clause) => map(other.clause, (one) => one !== clause))
    }),
  )
}

type Consent = NonNullable<TagValue['consent']>

function consentOf<K extends keyof Consent & string>(
  tag: Tag,
  key: K,
  what: string,
  scene: Scene,
): Value<NonNullable<Consent[K]>> {
  const ask = `State ${what}: \`consent.${key}\` of ${tag.id}.`
  return chain(readTag(tag, 'consent', ask, scene), (consent) =>
    scene.reader.get(consent, [...tag.pointer, 'consent'], key, ask),
  )
}

type Acceptance = NonNullable<TagValue['termsAccepted']>

function acceptanceOf<K extends keyof Acceptance & string>(
  tag: Tag,
  key: K,
  what: string,
  scene: Scene,
): Value<NonNullable<Acceptance[K]>> {
  const ask = `State ${what}: \`termsAccepted.${key}\` of ${tag.id}.`
  return chain(readTag(tag, 'termsAccepted', ask, scene), (acceptance) =>
    scene.reader.get(acceptance, [...tag.pointer, 'termsAccepted'], key, ask),
  )
}

function contractingOf({ entity }: Component): Value<{ readonly id: string; readonly name: string }> {
  if (entity === undefined) return unknown()
  return entity.kind === 'unknown' ? openLike(entity.country) : known(entity)
}

function flowDescribed(tag: Tag, scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  if (engagement.flows === undefined)
    return unknown(reader.missing([], 'flows', 'State the flows of data: `flows`, or `[]` if there are none.'))
  return map(tag.receiver, (one) => (one === 'none' ? undefined : scene.flows.some((flow) => flow.to.id === one.id)))
}

/** The transfers in which an entity of the provider takes part, or may, and whether each relies on no ground. */
function openTransfers(tag: Tag, disclosures: readonly Disclosure[], scene: Scene) {
  const receiver = tag.receiver
  if (receiver.value === undefined || receiver.value === 'none')
    return receiver.value === 'none' ? [] : [{ open: openLike(receiver), disclosure: { id: '' } }]
  const provider = receiver.value.provider
  return disclosures.map((disclosure) => {
    const takesPart = anyOf(
      [disclosure.exporter, disclosure.importer].map(({ kind, provider: of, country }) =>
        kind === 'unknown' && of === undefined ? openLike(country) : known(of !== undefined && of === provider),
      ),
    )
    const ground = groundOf(disclosure.exporter, disclosure.importer, scene)
    const reliesOn = readGround(ground, scene)('reliesOn')
    const without = or(
      not(ground.stated),
      map(reliesOn, (one) => one === 'none'),
    )
    return { open: allOf([takesPart, disclosure.personal, disclosure.isTransfer, without]), disclosure }
  })
}
