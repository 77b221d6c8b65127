import type { Scene } from '../scene.ts'
import { accountLegs, remoteLegs } from './access.ts'
import { entrustmentLegs, flowLegs, operatorLegs } from './flow.ts'
import { hostingLegs } from './hosting.ts'
import type { Leg } from './leg.ts'

/** Every leg of an engagement: flows, hosting, what a provider's own chain adds, access from elsewhere, entrustment. */
export function legsOf(scene: Scene): readonly Leg[] {
  return [
    ...scene.flows.flatMap((flow) => flowLegs(scene, flow)),
    ...scene.components.flatMap((component) => [
      ...entrustmentLegs(scene, component),
      ...operatorLegs(scene, component),
      ...hostingLegs(scene, component),
      ...accountLegs(scene, component),
    ]),
    ...(scene.engagement.remoteAccess ?? []).flatMap((_, at) => remoteLegs(scene, at)),
  ]
}
