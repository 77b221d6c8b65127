import type { Architecture } from '../../model/generated/report.ts'
import { carried } from '../lineage.ts'
import type { Scene } from '../scene.ts'
import { some } from './plain.ts'

/** What each flow takes, or may take, of what is held where it begins. */
export function flowRows(scene: Scene): Architecture['flows'] {
  return scene.flows.map((flow) => {
    const held = new Set(scene.heldBy(flow.from.id).map((one) => one.asset))
    return {
      id: flow.id,
      from: flow.from.id,
      to: flow.to.id,
      data: [...held].filter((asset) => carried(flow.edge, asset, scene.families) !== 'no').sort(),
      ...some('purpose', flow.value.purpose),
      at: flow.place.at,
    }
  })
}
