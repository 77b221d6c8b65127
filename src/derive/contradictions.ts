import type { Diagnostic } from '../model/diagnostic.ts'
import { activities } from '../model/facts/values.ts'
import { accountsOf } from './accounts.ts'
import type { Component } from './components.ts'
import { employerOf, holdersOf, organisationOf } from './people.ts'
import type { Relationship } from './relationships.ts'
import type { Scene } from './scene.ts'
import { termContradictions } from './term-contradictions.ts'

/**
 * Where the descriptor claims other places than the registry knows for the service, region, endpoint scope and settings
 * that it states: narrower ones, or some outside the EEA that the registry does not have. Evidence fills what the registry
 * leaves open; it never overrides what it knows, and what says more is not passed over.
 */
export const contradictionsOf = (scene: Scene, relationships: readonly Relationship[]): readonly Diagnostic[] => [
  ...scene.components.flatMap((component) => [
    ...claimsOf(component, scene),
    ...scopeClaims(component, scene),
    ...protectionClaims(component, scene),
  ]),
  ...accessClaims(scene),
  ...personnelClaims(scene),
  ...termContradictions(scene, relationships),
]

function claimsOf(component: Component, scene: Scene): readonly Diagnostic[] {
  const { locations } = component.value
  if (locations === undefined || locations === null) return []
  const found: Diagnostic[] = []
  for (const activity of activities) {
    const claimed = locations[activity]
    const known = component.places[activity].value
    if (claimed === undefined || claimed === null || known === undefined) continue
    const beyond = known.filter((place) => !covers(claimed, place, scene))
    const more = claimed.filter((place) => scene.index.inEea(place).value !== true && !covers(known, place, scene))
    if (beyond.length + more.length === 0) continue
    const denied =
      beyond.length > 0
        ? `by the registry it can be in ${beyond.join(', ')}`
        : `by the registry it is in ${known.join(', ') || 'no place'} alone`
    found.push({
      code: 'CONTRADICTION',
      message: `\`locations.${activity}\` of ${component.id} claims ${claimed.join(', ') || 'no place'}, and ${denied}`,
      hint: `Leave \`locations.${activity}\` out; or choose a region, an endpoint scope or a binding setting that keeps to it.`,
      at: scene.reader.at([...component.pointer, 'locations', activity]),
    })
  }
  return found
}

/** An endpoint that reaches farther than a setting lets the provider work is not the one of that setting. */
function scopeClaims({ id, value, pointer, registered, places }: Component, scene: Scene): readonly Diagnostic[] {
  const scope = registered?.value.endpointScopes?.find((one) => one.id === value.endpointScope)
  const { activities: rules } = registered?.value.location ?? {}
  if (scope === undefined || scope.reaches === 'region') return []
  const reached = scope.reaches as readonly string[]
  const bound = activities.filter((one) => rules?.[one] === 'scope' && places[one].value !== undefined)
  const beyond = bound.filter((one) => reached.some((place) => !covers(places[one].value ?? [], place, scene)))
  return beyond.slice(0, 1).map((activity) => ({
    code: 'CONTRADICTION',
    message: `\`endpointScope\` of ${id} reaches ${reached.join(', ')}, and by \`residency\` its ${activity} is in ${places[activity].value?.join(', ')}`,
    hint: 'Choose the endpoint that belongs to the residency setting, or leave the setting out.',
    at: scene.reader.at([...pointer, 'endpointScope']),
  }))
}

function protectionClaims({ id, value, pointer, registered }: Component, scene: Scene): readonly Diagnostic[] {
  const always = registered?.value.protection
  if (always === undefined) return []
  const claims = [
    { key: ['encryption', 'atRest'], claimed: value.encryption?.atRest, known: always.encryptionAtRest },
    { key: ['isolation'], claimed: value.isolation, known: always.isolation },
  ]
  return claims.flatMap(({ key, claimed, known }): readonly Diagnostic[] =>
    claimed === undefined || known === undefined || claimed === known
      ? []
      : [
          {
            code: 'CONTRADICTION',
            message: `\`${key.join('.')}\` of ${id} is ${claimed} here, and by the registry the service always has ${known}`,
            hint: `Leave \`${key.join('.')}\` out; or correct the service in the registry, with its source.`,
            at: scene.reader.at([...pointer, ...key]),
          },
        ],
  )
}

/** Access to data that is not there is access to nothing, so that whatever the components do hold would go unasked. */
function accessClaims(scene: Scene): readonly Diagnostic[] {
  return (scene.engagement.remoteAccess ?? []).flatMap(({ id, to, data }, index): readonly Diagnostic[] => {
    if (to === undefined || to === null || !Array.isArray(data)) return []
    const held = new Set(to.flatMap((component) => scene.heldBy(component).map(({ asset }) => asset)))
    return (data as readonly string[]).flatMap((asset, position): readonly Diagnostic[] => {
      if (held.has(asset)) return []
      const made = [...held].filter((one) => scene.families.within(one, [asset]))
      return [
        {
          code: 'CONTRADICTION',
          message: `The remote access ${id} is to ${asset} in ${to.join(' and ')}, which ${to.length === 1 ? 'does' : 'do'} not hold it`,
          hint:
            made.length > 0
              ? `Name what was made of it and is there, if it can be seen: ${made.join(', ')}.`
              : 'Name the assets that are there and can be seen, or correct `to`, `holds` or the flows.',
          at: scene.reader.at(['remoteAccess', index, 'data', position]),
        },
      ]
    })
  })
}

/** Whose personnel holds an account decides what was promised of it. The firm's may be somebody whom it hired. */
function personnelClaims(scene: Scene): readonly Diagnostic[] {
  return (accountsOf(scene).value ?? []).flatMap((account): readonly Diagnostic[] => {
    const organisation = organisationOf(account, scene).value
    if (organisation === undefined || organisation.kind === 'firm') return []
    const { value, reader, pointer } = account
    const holders = holdersOf(account, scene).value ?? []
    return holders.flatMap(({ person }): readonly Diagnostic[] => {
      const employer = employerOf(person, scene).value
      if (employer === undefined || employer.id === organisation.id) return []
      return [
        {
          code: 'CONTRADICTION',
          message: `\`organisation\` of ${value.id} is ${organisation.name} here, and ${person.value.id}, who holds it, works for ${employer.name}`,
          hint: 'State the employer of its holder; an account that several hold is one for each of them.',
          at: reader.at([...pointer, 'organisation']),
        },
      ]
    })
  })
}

function covers(claimed: readonly string[], place: string, scene: Scene): boolean {
  if (claimed.includes(place) || claimed.includes('worldwide')) return true
  if (claimed.includes('EEA') && scene.index.inEea(place).value === true) return true
  return claimed.includes('EU') && scene.index.inUnion(place).value === true
}
