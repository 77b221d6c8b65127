import type { Names } from '../../../load/names.ts'
import type { Grouped } from './components.ts'

/** What a draft says of a component, with the comment that stands after it. */
type Said = { readonly key: string; readonly value: unknown; readonly guess?: string }

/** What a draft says of a component, and what it asks. */
export type Drafted = { readonly said: readonly Said[]; readonly questions: readonly string[] }

/** Nothing is stated here that the file does not say; what it says and a descriptor cannot, is asked. */
export function draftComponent(component: Grouped, names: Names): Drafted {
  const parts = [
    sourceOf(component),
    serviceOf(component),
    placeOf(component, names),
    scopeOf(component),
    encryptionOf(component),
    exposureOf(component),
    copiesOf(component),
  ]
  return {
    said: [{ key: 'id', value: component.id }, ...parts.flatMap(({ said }) => said)],
    questions: parts.flatMap(({ questions }) => questions),
  }
}

const say = (key: string, value: unknown, guess?: string): Drafted => ({
  said: [{ key, value, ...(guess !== undefined && { guess }) }],
  questions: [],
})

const ask = (...questions: readonly string[]): Drafted => ({ said: [], questions })

const nothing: Drafted = { said: [], questions: [] }

/** The length that an address may have in a descriptor. */
const longest = 200

function sourceOf({ resources }: Grouped): Drafted {
  const addresses = [...new Set(resources.map(({ address }) => address))]
  const short = addresses.filter((address) => address.length <= longest)
  const left = addresses.length - short.length
  return {
    // An empty list would say that nothing deploys it.
    said: short.length === 0 ? [] : [{ key: 'source', value: short }],
    questions: left === 0 ? [] : [`${left} of its addresses ${left === 1 ? 'is' : 'are'} too long for \`source\`.`],
  }
}

function serviceOf({ one, service }: Grouped): Drafted {
  if (service !== undefined) return say('service', one.service)
  return ask(
    `Which service is it? The registry does not have ${one.service}: add it, or name another under \`service\`.`,
  )
}

/** Why the file does not say something. */
const because = {
  'not-set': 'the file leaves it to the provider',
  'after-apply': 'the file knows it only after apply',
  sensitive: 'the file hides it as sensitive',
  'not-in-file': 'it is not in the file',
  'not-understood': 'it is written in a way that is not understood',
} as const

/** The region of what runs in none in particular. */
const everywhere = 'global'

function placeOf({ one, service }: Grouped, names: Names): Drafted {
  const { region } = one
  if (region === undefined || region.is === everywhere) return nothing
  if (region.is === undefined) return ask(`In which \`region\` is it? (${because[region.open ?? 'not-in-file']})`)
  const table = names.regions.get(service?.location.regions ?? '')
  if (table?.has(region.is) === false) return ask(`In which \`region\` is it? The registry does not have ${region.is}.`)
  const residency = service?.residency?.find(
    ({ id }) => id === `jurisdiction-${region.is}` || id === `regional-services-${region.is}`,
  )
  const stated = { key: 'region', value: region.is }
  if (residency === undefined) return { said: [stated], questions: [] }
  const setting = { key: 'residency', value: [residency.id], guess: 'no other residency setting is on' }
  return { said: [stated, setting], questions: [] }
}

function scopeOf({ one, service }: Grouped): Drafted {
  const { endpointScope: scope, model } = one
  const asked = [
    ...(model?.is === undefined
      ? []
      : [`It runs the model ${model.is}: list its use under \`aiUses\`, with its tier.`]),
    ...(model?.open === undefined ? [] : [`Which model does it run? (${because[model.open]})`]),
    ...(scope?.open === undefined ? [] : [`Which \`endpointScope\` does it have? (${because[scope.open]})`]),
  ]
  if (scope?.is === undefined) return ask(...asked)
  const registered = service?.endpointScopes?.some(({ id }) => id === scope.is)
  if (registered !== true)
    return ask(...asked, `Which \`endpointScope\` is ${scope.is}? The registry does not have it.`)
  return { said: [{ key: 'endpointScope', value: scope.is }], questions: asked }
}

function encryptionOf({ one, service }: Grouped): Drafted {
  // What a service always does, a component does not state.
  if (service?.protection?.encryptionAtRest !== undefined) return nothing
  const { encryptedAtRest: encrypted, keyManagedBy: key } = one
  const asked = key?.is === undefined || key.is === 'provider' ? [] : [`Who holds its key? The ${key.is} manages it.`]
  if (encrypted?.is === false) return say('encryption', { atRest: 'none' })
  if (encrypted?.is === true)
    return ask('It is encrypted: by which cipher, and who holds the keys? (`encryption`)', ...asked)
  if (one.keeps !== true) return ask(...asked)
  const why = encrypted?.open === undefined ? 'the file does not say' : because[encrypted.open]
  return ask(`How is it encrypted, and who holds the keys? (\`encryption\`; ${why})`, ...asked)
}

function exposureOf({ one: { exposed } }: Grouped): Drafted {
  if (exposed?.is === true) return say('publicFacing', true)
  if (exposed?.is === false)
    return ask('Can the public reach it in another way? The file lets nobody in from the internet. (`publicFacing`)')
  return ask('Can the public reach it? (`publicFacing`)')
}

function copiesOf({ one: { copiesTo, logsTo } }: Grouped): Drafted {
  const asked = (
    [
      ['Copies of it', copiesTo],
      ['Its logs', logsTo],
    ] as const
  ).flatMap(([what, to]) => {
    if (to?.is === undefined || to.is.length === 0) return []
    return [`${what} go to ${to.is.join(', ')}: which component has them?`]
  })
  return ask(...asked)
}
