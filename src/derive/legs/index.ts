import type { Scene } from '../scene.ts'
import { accountLegs, remoteLegs } from './access.ts'
import { entrustmentLegs, flowLegs, operatorLegs } from './flow.ts'
import { hostingLegs } from './hosting.ts'
import type { Leg } from './leg.ts'

/** Every leg of an engagement: flows, hosting, what a provider's own chain adds, access from elsewhere, entrustment. */
export function legsOf(scene: Scene): readonly Leg[] {
  const legs: Leg[] = []
  for (const flow of scene.flows) legs.push(...flowLegs(scene, flow))
  for (const component of scene.components) {
    legs.push(
      ...entrustmentLegs(scene, component),
      ...operatorLegs(scene, component),
      ...hostingLegs(scene, component),
      ...accountLegs(scene, component),
    )
  }
  for (const at of (scene.engagement.remoteAccess ?? []).keys()) legs.push(...remoteLegs(scene, at))
  return legs
}
