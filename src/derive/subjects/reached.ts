import type { AiUse } from '../ai-uses.ts'
import { type Asset, staysPersonal } from '../assets.ts'
import type { Holding } from '../lineage.ts'
import type { Scene } from '../scene.ts'
import { and, anyOf, because, known, unknown, type Value } from '../value.ts'
import { mayHoldMore, openAt } from './architecture.ts'

/** What reaches the model. `of` is Kleene's or over everything that is there, with the way of what decides. */
export type Reached = {
  readonly path: readonly string[]
  readonly holdings: readonly Holding[]
  /** `whilePersonal`: only in a form that is still personal; confidentiality outlasts every form. */
  readonly of: (pick: (asset: Asset) => Value<boolean>, whilePersonal: boolean) => Value<boolean>
}

export function reachedBy(use: AiUse, scene: Scene): Reached {
  const holdings = [...scene.heldBy(use.component.id)].sort(
    (a, b) => b.path.length - a.path.length || (a.asset < b.asset ? -1 : 1),
  )
  const feature = use.feature
  const open =
    use.certain || feature === undefined
      ? known(true)
      : unknown(
          scene.reader.missing(
            use.component.pointer,
            'aiFeatures',
            `State whether \`aiFeatures.${feature}\` of ${use.component.id} is \`on\` or \`off\`.`,
          ),
        )
  return {
    path: (holdings.find((one) => one.certain)?.path.taken ?? []).map((step) => step.node),
    holdings,
    of: (pick, whilePersonal) =>
      and(
        anyOf([
          ...holdings.map((holding) => {
            const asset = scene.assets.get(holding.asset)
            if (asset === undefined) return known(false)
            const stays = whilePersonal ? staysPersonal(holding.protection) : true
            const form = stays === undefined ? unknown(...formOrigins(holding, asset, scene)) : known(stays)
            const there = holding.certain
              ? known(true, { kind: 'path' as const, path: holding.path })
              : unknown(...openAt(use.component.id, holding.asset, scene))
            return because(
              and(pick(asset), form, there),
              ...(holding.certain ? [{ kind: 'path' as const, path: holding.path }] : []),
            )
          }),
          mayHoldMore(use.component.id, scene),
        ]),
        open,
      ),
  }
}

/** What leaves the form of data open along its way. */
function formOrigins(holding: Holding, asset: Asset, scene: Scene) {
  const onTheWay = holding.path.taken.flatMap((step) => {
    const flow = step.flow === undefined ? undefined : scene.flow(step.flow)
    if (flow === undefined) return []
    const pointer = ['flows', flow.index]
    const transform = flow.value.transform
    if (transform === undefined)
      return [
        scene.reader.missing(
          pointer,
          'transform',
          `State what ${flow.id} does to the data: \`transform\`, or \`kind: none\`.`,
        ),
      ]
    if (transform.kind !== 'none' && transform.kind !== 'aggregate' && transform.performedBy === undefined)
      return [
        scene.reader.missing(
          [...pointer, 'transform'],
          'performedBy',
          `State who performs the transformation of ${flow.id}: \`performedBy\`.`,
        ),
      ]
    if (transform.kind === 'anonymise' && transform.assessment === undefined)
      return [
        scene.reader.missing(
          [...pointer, 'transform'],
          'assessment',
          `Record the re-identification \`assessment\` of the anonymisation in ${flow.id}.`,
        ),
      ]
    return []
  })
  return onTheWay.length > 0 ? onTheWay : asset.state.from
}
