import type { Disclosure as Row } from '../../model/generated/report.ts'
import type { Disclosure } from '../disclosures.ts'
import { groundOf } from '../grounds.ts'
import type { Scene } from '../scene.ts'
import { formWords, pathRow } from './holdings.ts'
import { type Facts, type SubjectIndex, some, truth } from './plain.ts'

export function disclosureRow(one: Disclosure, scene: Scene, subjects: SubjectIndex): Row {
  const ground = groundOf(one.exporter, one.importer, scene)
  const facts = subjects('disclosure', one.id)
  const relied = facts.text('reliedOn')
  const listing = relied === 'dpf' ? listingOf(facts) : undefined
  const adequacy = relied === 'adequacy' ? adequacyOf(one, scene, facts) : undefined
  return {
    id: one.id,
    exporterId: one.exporter.id,
    importerId: one.importer.id,
    components: [...one.components],
    exporter: one.exporter.name,
    importer: one.importer.name,
    ...some('exporterCountry', one.exporter.country.value),
    ...some('importerCountry', one.importer.country.value),
    ...some('importerParentCountry', one.importer.parent.value),
    ...some('exporterRole', one.exporterRole.value),
    ...some('importerRole', one.importerRole.value),
    ...some('roles', one.roles.value),
    asset: one.asset.id,
    protection: formWords(one.protection),
    ...some('purpose', one.purpose.value),
    ...some('component', one.component?.id),
    ...some('destination', one.destination.value),
    channels: [...one.channels],
    activities: [...one.activities],
    places: [...one.places],
    criterion1: truth(one.criteria[0]),
    criterion2: truth(one.criteria[1]),
    criterion3: truth(one.criteria[2]),
    isTransfer: truth(one.isTransfer),
    isUkTransfer: truth(one.isUkTransfer),
    onward: truth(one.onward),
    ...some(
      'upstream',
      one.upstream.value?.map(({ id }) => id),
    ),
    personal: truth(one.personal),
    ...some('reliesOn', relied),
    ...some('ukReliesOn', facts.text('ukReliedOn')),
    fallbacks: [...(ground.entry?.fallbacks ?? [])],
    ...some('expires', adequacy?.until ?? listing?.recertificationDue),
    ...some('safeguard', ground.entry?.id),
    ...some('adequacy', adequacy),
    ...some('listing', listing),
    path: pathRow(one.path),
    at: one.place.at,
  }
}

const listingOf = (facts: Facts<'disclosure'>): NonNullable<Row['listing']> => ({
  entityMatches: facts.truth('dpfEntityMatches'),
  ...some('status', facts.text('dpfStatus')),
  ...some('frameworks', facts.list('dpfFrameworks')),
  ...some('covers', facts.list('dpfCovers')),
  ...some('checkedOn', facts.date('dpfCheckedOn')),
  ...some('recertificationDue', facts.date('dpfRecertificationDue')),
})

/** The decision that names the destination, where there is one. */
function adequacyOf(one: Disclosure, scene: Scene, facts: Facts<'disclosure'>): Row['adequacy'] {
  const { value: place } = one.destination
  const origin = place === undefined ? undefined : scene.index.adequacy('eu-gdpr', place)?.origin
  if (origin?.kind !== 'registry') return undefined
  return {
    entry: origin.entry,
    ...some('from', facts.date('adequacyFrom')),
    ...some('until', facts.date('adequacyUntil', 'adequacyHasEnd')),
    ...some('scope', facts.text('adequacyScope')),
    source: origin.source,
    checkedOn: origin.checkedOn,
  }
}
