import type { Derived } from '../model/derived.ts'
import type { Pointer } from '../model/location.ts'
import { componentOf, infrastructureOf } from './infrastructure/matching.ts'
import type { Scene } from './scene.ts'

type Statement = ReturnType<Derived['narrowings']>[number]

/** Statements that narrow what data reaches: if one of them is wrong, so may the verdict be. */
export function narrowingsOf(scene: Scene): readonly Statement[] {
  const result: Statement[] = []
  for (const flow of scene.flows) {
    const at = scene.reader.at(['flows', flow.index])
    if (Array.isArray(flow.value.data)) {
      const left = [...new Set(scene.heldBy(flow.from.id).map((one) => one.asset))].filter(
        (asset) => !scene.heldBy(flow.to.id).some((one) => one.asset === asset),
      )
      if (left.length > 0)
        result.push({
          text: `The flow ${flow.id} from ${flow.from.id} to ${flow.to.id} leaves behind ${left.sort().join(', ')}.`,
          at,
        })
    }
    const { transform } = flow.edge
    if (transform.kind === 'none' || transform.kind === 'unstated') continue
    const who = flow.value.transform?.performedBy ?? flow.from.id
    result.push({
      text: `${who} performs '${transform.kind}' on what the flow ${flow.id} carries, before it leaves.`,
      at,
    })
  }
  const narrowed = scene.flows.some((flow) => Array.isArray(flow.value.data))
  for (const [index, value] of (scene.engagement.data ?? []).entries()) {
    if (narrowed && value.derivedFrom?.length === 0 && (scene.engagement.data?.length ?? 0) > 1) {
      result.push({
        text: `${value.id} was made from no other data asset.`,
        at: scene.reader.at(['data', index, 'derivedFrom']),
      })
    }
    if (value.classification === 'released')
      result.push({
        text: `The owner of ${value.id} released it from confidentiality.`,
        at: scene.reader.at(['data', index, 'classification']),
      })
    if (value.state === 'anonymised')
      result.push({ text: `${value.id} is anonymised.`, at: scene.reader.at(['data', index, 'state']) })
  }
  for (const component of scene.components) {
    for (const [feature, state] of Object.entries(component.value.aiFeatures ?? {})) {
      if (state === 'off')
        result.push({
          text: `The AI feature ${feature} of ${component.id} is off.`,
          at: scene.reader.at([...component.pointer, 'aiFeatures', feature]),
        })
    }
  }
  return result
}

/** What was invented for an example: nobody should take a verdict that rests on it for one about the world. */
function fictionOf(scene: Scene): readonly Statement[] {
  const firms = scene.index.firms
    .filter((document) => document.value.fictional === true)
    .map((document) => ({ text: 'Fictional evidence of the firm was used.', at: document.at([]) }))
  const providers = [...new Set(scene.components.flatMap((component) => component.provider ?? []))]
    .sort()
    .filter((id) => scene.index.provider(id)?.value.fictional === true)
    .flatMap((id) => {
      const origin = scene.index.provider(id)?.origin
      return origin?.kind === 'registry' ? [{ text: `The provider ${id} is fictional.`, at: origin.at }] : []
    })
  return [...firms, ...providers]
}

/** Resources of types that are not known: what their component declares is taken as true of them. */
function unmappedClaims(scene: Scene): readonly Statement[] {
  if (scene.plans.length === 0) return []
  const { resources, matchOf } = infrastructureOf(scene)
  return scene.components.flatMap((component) => {
    const mine = resources.filter((one) => one.value === undefined && componentOf(matchOf(one)) === component)
    const types = [...new Set(mine.map(({ type }) => type))].sort()
    if (types.length === 0) return []
    const count = mine.length === 1 ? 'a resource' : `${mine.length} resources`
    const text = `What ${component.id} is declared to be holds of ${count} of a type that is not known here: ${types.join(', ')}.`
    return [{ text, at: scene.reader.at([...component.pointer, 'source']) }]
  })
}

/** Statements on the outside world for which the descriptor names no evidence. */
export function claimsOf(scene: Scene): readonly Statement[] {
  const result: Statement[] = [...fictionOf(scene), ...unmappedClaims(scene)]
  for (const component of scene.components) {
    for (const [activity, places] of Object.entries(component.value.locations ?? {})) {
      const at = scene.reader.at([...component.pointer, 'locations', activity])
      result.push({
        text: `${component.id}: ${activity} takes place in ${(places as readonly string[]).join(', ') || 'no place at all'}.`,
        at,
      })
    }
  }
  for (const [index, tag] of (scene.engagement.tags ?? []).entries()) {
    const at = (key: string) => scene.reader.at(['tags', index, key])
    if (tag.kind === 'functional') result.push({ text: `The tag ${tag.id} is functional.`, at: at('kind') })
    if (tag.component === 'none')
      result.push({ text: `The tag ${tag.id} sends nothing anywhere.`, at: at('component') })
    if (tag.consent !== undefined)
      result.push({ text: `The tag ${tag.id}: no evidence is named for its consent.`, at: at('consent') })
  }
  for (const [index, entry] of (scene.engagement.safeguards ?? []).entries()) {
    for (const part of ['dpf', 'scc', 'bcr', 'otherTool', 'tia'] as const) {
      const object = entry[part]
      if (object !== undefined && object.evidence === undefined) {
        result.push({
          text: `The safeguard ${entry.id}: no evidence is named for \`${part}\`.`,
          at: scene.reader.at(['safeguards', index, part]),
        })
      }
    }
  }
  return result
}

const lists = [
  'regimes',
  'parties',
  'people',
  'data',
  'components',
  'providers',
  'flows',
  'remoteAccess',
  'aiUses',
  'tags',
  'safeguards',
  'agreements',
  'legalBases',
  'accounts',
] as const

/** Lists that are stated to be empty: 'none' is a statement, and somebody may want to ask whether it is true. */
export function statedNoneOf(scene: Scene): readonly Statement[] {
  const result: Statement[] = []
  const note = (what: string, pointer: Pointer): void => {
    result.push({ text: `${what}: none stated.`, at: scene.reader.at(pointer) })
  }
  for (const key of lists) {
    const value = scene.engagement[key]
    if (Array.isArray(value) && value.length === 0) note(key, [key])
  }
  if (scene.engagement.security?.commitments?.length === 0) note('security.commitments', ['security', 'commitments'])
  for (const key of ['audits', 'sharedPolicies'] as const) {
    if (scene.engagement.assurance?.[key]?.length === 0) note(key, ['assurance', key])
  }
  for (const [index, tag] of (scene.engagement.tags ?? []).entries()) {
    if (tag.loads?.length === 0) note(`${tag.id}: loads`, ['tags', index, 'loads'])
  }
  for (const component of scene.components) {
    if (component.value.holds?.length === 0) note(`${component.id}: holds`, [...component.pointer, 'holds'])
    if (component.value.residency?.length === 0) note(`${component.id}: residency`, [...component.pointer, 'residency'])
  }
  return result
}
