import type { Engagement } from '../../model/generated/engagement.ts'
import type { Subject } from '../../model/subject.ts'
import { aiUsesOf } from '../ai-uses.ts'
import type { Asset } from '../assets.ts'
import { personalIn } from '../disclosures.ts'
import { asMoment } from '../grounds.ts'
import type { Scene } from '../scene.ts'
import { and, anyOf, chain, known, likewise, map, openLike, or, unknown, type Value } from '../value.ts'
import { reachedBy } from './reached.ts'
import { subjectOf, together } from './subject.ts'

type AssetValue = NonNullable<Engagement['data']>[number]

export function dataAssetSubjects(scene: Scene): readonly Subject[] {
  const models = modelsOf(scene)
  return [...scene.assets.values()]
    .filter((asset) => !asset.implied)
    .map((asset) =>
      subjectOf(
        'data-asset',
        asset.id,
        asset.title,
        asset.place,
        together(ownFacts(asset, scene), originFacts(asset, models, scene)),
      ),
    )
}

const ownFacts = (asset: Asset, scene: Scene) => ({
  asset: known(asset.title),
  personalData: personalIn(asset, asset.base.value ?? 'unstated'),
  specialCategories: asset.special,
  employmentData: asset.employment,
  confidential: asset.confidential,
  clientData: asset.client,
  state: asset.state,
  held: heldSomewhere(asset.id, scene),
})

function heldSomewhere(id: string, scene: Scene): Value<boolean> {
  const held = scene.holdings.filter((holding) => holding.asset === id)
  if (held.some((holding) => holding.certain)) return known(true)
  // Either list could name a holder: a component, or a party that sends it.
  for (const key of ['components', 'flows'] as const) {
    if (scene.engagement[key] === undefined)
      return unknown(scene.reader.missing([], key, `State the \`${key}\`, or \`[]\` if there are none.`))
  }
  if (held.length === 0) return known(false, scene.reader.stated(['data']))
  const open = scene.components.filter((one) => one.value.holds === undefined)
  return unknown(
    ...open.map((one) =>
      scene.reader.missing(one.pointer, 'holds', `State what ${one.id} holds from the start: \`holds\`, or \`[]\`.`),
    ),
  )
}

/** A model with what it makes, and whether personal data reaches it. */
type Model = { readonly outputs: Value<readonly string[]>; readonly personal: Value<boolean> }

function modelsOf(scene: Scene): readonly Model[] {
  const { engagement, reader } = scene
  const ask = 'State the uses of AI, with their `outputs`: `aiUses`, or `[]` if there are none.'
  const unlisted = unknown(reader.missing([], 'aiUses', ask))
  const models = aiUsesOf(scene).map((use): Model => {
    const asking = `State the data assets that ${use.id} makes: \`outputs\`, or \`[]\`.`
    return {
      outputs:
        use.value === undefined
          ? unknown(reader.missing(engagement.aiUses === undefined ? [] : ['aiUses'], 'aiUses', asking))
          : reader.get(use.value, use.pointer, 'outputs', asking),
      personal: reachedBy(use, scene).of((asset) => asset.personal, true),
    }
  })
  // On a service that is not stated there may be a model that nobody lists.
  const hidden = scene.components.flatMap(({ service }) =>
    service.value === undefined ? [{ outputs: openLike(service), personal: openLike(service) }] : [],
  )
  const more = engagement.aiUses === undefined ? [{ outputs: unlisted, personal: unlisted }] : []
  return [...models, ...hidden, ...more]
}

/** What an asset is said to hold, and what it was made from. */
function originFacts(asset: Asset, models: readonly Model[], scene: Scene) {
  const { reader, index, engagement } = scene
  const at = (engagement.data ?? []).findIndex((one) => one.id === asset.id)
  const value = (engagement.data?.[at] ?? { id: asset.id }) as AssetValue
  const pointer = ['data', at]
  const categories = reader.get(value, pointer, 'categories', `State every category of data in ${asset.id}.`)
  const assessed = chain(
    reader.get(
      value,
      pointer,
      'assessment',
      `Record the \`assessment\` that shows that ${asset.id} identifies nobody, or \`on: none\`.`,
    ),
    (one) => reader.get(one, [...pointer, 'assessment'], 'on'),
  )
  return {
    claimsNoPersonalData: or(
      map(categories, (list) => list.every((id) => index.category(id)?.personal !== true)),
      map(asset.state, (state) => state === 'anonymised'),
    ),
    madeFromPersonalData: anyOf([
      fromPersonal(asset, scene),
      ...models.map(({ outputs, personal }) =>
        and(
          map(outputs, (list) => list.includes(asset.id)),
          personal,
        ),
      ),
    ]),
    shownNotPersonal: map(assessed, (on) => on !== 'none'),
    shownNotPersonalOn: asMoment(assessed),
  }
}

/** Whether it was made from an asset that is personal in the form in which that stands. */
function fromPersonal(asset: Asset, scene: Scene): Value<boolean> {
  const { derivedFrom } = asset
  const personal = (one: Asset): Value<boolean> => personalIn(one, one.base.value ?? 'unstated')
  if (derivedFrom.value !== undefined)
    return anyOf([
      likewise(false, derivedFrom),
      ...derivedFrom.value.flatMap((id) => scene.assets.get(id) ?? []).map(personal),
    ])
  const others = [...scene.assets.values()].filter((one) => one.id !== asset.id && !one.implied)
  return anyOf(others.map((one) => and(personal(one), openLike(derivedFrom))))
}
