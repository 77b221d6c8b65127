import type { Diagnostic } from '../model/diagnostic.ts'
import { activities } from '../model/facts/values.ts'
import type { Component } from './components.ts'
import type { Scene } from './scene.ts'

/**
 * Where the descriptor claims narrower places than the registry knows for the service, region, endpoint scope and
 * settings that it states. Evidence fills what the registry leaves open; it never overrides what it knows.
 */
export const contradictionsOf = (scene: Scene): readonly Diagnostic[] =>
  scene.components.flatMap((component) => claimsOf(component, scene))

function claimsOf(component: Component, scene: Scene): readonly Diagnostic[] {
  return activities.flatMap((activity): readonly Diagnostic[] => {
    const claimed = component.value.locations?.[activity]
    const places = component.places[activity]
    if (claimed === undefined || claimed === null || places.value === undefined) return []
    const beyond = places.value.filter((place) => !covers(claimed, place, scene))
    if (beyond.length === 0) return []
    return [
      {
        code: 'CONTRADICTION',
        message: `\`locations.${activity}\` of ${component.id} claims ${claimed.join(', ') || 'no place'}, and by the registry it can be in ${beyond.join(', ')}`,
        hint: `Leave \`locations.${activity}\` out; or choose a region, an endpoint scope or a binding setting that keeps to it.`,
        at: scene.reader.at([...component.pointer, 'locations', activity]),
      },
    ]
  })
}

function covers(claimed: readonly string[], place: string, scene: Scene): boolean {
  if (claimed.includes(place) || claimed.includes('worldwide')) return true
  if (claimed.includes('EEA') && scene.index.inEea(place).value === true) return true
  return claimed.includes('EU') && scene.index.inUnion(place).value === true
}
