import type { Derived } from '../../model/derived.ts'
import type { Disclosure } from '../disclosures.ts'
import type { Entity } from '../entities.ts'
import type { Scene } from '../scene.ts'
import { anyOf, known, map, type Value } from '../value.ts'
import { truth } from './plain.ts'

type Id = 'gdpr' | 'uk-gdpr' | 'ccpa' | 'swiss-fadp'

/** Whether a regime reaches a party by the facts. */
const reaches: Readonly<Record<Id, (entity: Entity) => Value<boolean>>> = {
  gdpr: ({ reach }) => map(reach, (how) => how !== 'outside'),
  'uk-gdpr': ({ underUkGdpr }) => underUkGdpr,
  ccpa: ({ ccpaBusiness }) => ccpaBusiness,
  // Nothing is derived of it: where a party is in Switzerland, it may apply.
  'swiss-fadp': ({ country }) => map(country, (code) => (code === 'CH' ? undefined : false)),
}

/** The regimes that apply: to the firm and the parties, to whoever takes part in a disclosure, or because they are named. */
export function regimesOf(scene: Scene, disclosures: readonly Disclosure[]): ReturnType<Derived['regimes']> {
  const { engagement, entities, reader } = scene
  const partners = disclosures.flatMap(({ exporter, importer }) => [exporter, importer])
  const parties = [...new Map([entities.firm, ...entities.parties, ...partners].map((one) => [one.id, one])).values()]
  const named = reader.get(engagement, [], 'regimes')
  return (Object.keys(reaches) as Id[]).map((id) => {
    const reached = parties.map((entity) => ({ entity, by: reaches[id](entity) }))
    return {
      id,
      applies: truth(anyOf([known(false), ...reached.map(({ by }) => by), map(named, (list) => list.includes(id))])),
      to: [...new Set(reached.filter(({ by }) => by.value === true).map(({ entity }) => entity.name))].sort(),
      stated: named.value?.includes(id) === true,
    }
  })
}
