import type { ProtectionTerms } from '../model/generated/common.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import { termsOf } from './agreements.ts'
import type { Component } from './components.ts'
import { onceFor } from './remembered.ts'
import type { Scene } from './scene.ts'
import { and, chain, firstKnown, known, likewise, map, unknown, type Value } from './value.ts'

type Agreement = NonNullable<Engagement['agreements']>[number]
type Term = keyof ProtectionTerms & string
type EncryptionAtRest = 'none' | 'weaker' | 'aes-128' | 'aes-192' | 'aes-256'
type Encryption = NonNullable<Component['value']['encryption']>
type Isolation = 'none' | 'logical' | 'physical'

const isolationsUpwards: readonly Isolation[] = ['none', 'logical', 'physical']
const latestTls = 1.3

/** The length of the AES key; what is not AES has none. */
export const bitsOf = (encryption: string): number => (encryption.startsWith('aes-') ? Number(encryption.slice(4)) : 0)

/** The version of TLS; what is not TLS has none. */
export const versionOf = (transit: string): number => (transit.startsWith('tls-') ? Number(transit.slice(4)) : 0)

/** How data is encrypted where it lies: what the service always does, or what the descriptor says. */
export function encryptionOf(component: Component, scene: Scene): Value<EncryptionAtRest> {
  const always = alwaysDone(component, 'encryptionAtRest')
  return always.value !== undefined
    ? always
    : firstKnown(
        always,
        encrypting(
          component,
          'atRest',
          `State how data is encrypted in ${component.id}: \`encryption.atRest\`.`,
          scene,
        ),
      )
}

function encrypting<K extends keyof Encryption & string>(
  { value, pointer }: Component,
  key: K,
  ask: string,
  { reader }: Scene,
): Value<NonNullable<Encryption[K]>> {
  return chain(reader.get(value, pointer, 'encryption', ask), (one) =>
    reader.get(one, [...pointer, 'encryption'], key, ask),
  )
}

export const keyHoldersIn = (component: Component, scene: Scene): Value<readonly string[]> =>
  encrypting(component, 'keyHolders', `State who holds the keys of ${component.id}: \`encryption.keyHolders\`.`, scene)

export const isolationOf = (component: Component, scene: Scene): Value<Isolation> =>
  firstKnown(
    alwaysDone(component, 'isolation'),
    scene.reader.get(
      component.value,
      component.pointer,
      'isolation',
      `State how ${component.id} keeps customers apart: \`isolation\`.`,
    ),
  )

/** What the registry says that a service always does. */
function alwaysDone<K extends 'encryptionAtRest' | 'isolation'>(component: Component, key: K) {
  const { registered } = component
  const value = registered?.value.protection?.[key]
  return value === undefined || registered === undefined ? unknown() : known(value, registered.origin)
}

/** The version of TLS that the agreements on some components ask for. */
export const agreedVersion = (components: readonly string[], scene: Scene): Value<number> =>
  versionAsked(namedIn(components, scene), scene)

export const agreedIsolation = (component: string, scene: Scene): Value<Isolation> =>
  isolationAsked(naming(component, scene), scene)

/** The same for all components that the same agreements name. */
const versionAsked = onceFor(
  (named: string, scene: Scene): Value<number> => strictest(named, 'transit', versionOf, latestTls, scene),
)

const isolationAsked = onceFor((named: string, scene: Scene): Value<Isolation> => {
  const rankOf = (one: string): number => isolationsUpwards.indexOf(one as Isolation)
  return map(strictest(named, 'isolation', rankOf, 2, scene), (rank) => isolationsUpwards[rank])
})

/** Of each agreement in turn, whether it names a component: `y` or `n`. */
const naming = onceFor((component: string, scene: Scene): string =>
  (scene.engagement.agreements ?? []).map((one) => (namedBy(one, scene).has(component) ? 'y' : 'n')).join(''),
)

/** The same of several, one of which is enough. */
function namedIn(components: readonly string[], scene: Scene): string {
  const [first = '', ...others] = components.map((one) => naming(one, scene))
  if (others.every((one) => one === first)) return first
  return Array.from(first, (here, at) => (others.some((one) => one[at] === 'y') ? 'y' : here)).join('')
}

const namedBy = onceFor(({ components }: Agreement): ReadonlySet<string> => new Set(components))

/** The most that an agreement asks for. Known as soon as nothing that is not stated could be more; a draft asks for nothing. */
function strictest(
  named: string,
  term: Term,
  rank: (value: string) => number,
  most: number,
  scene: Scene,
): Value<number> {
  const { reader, engagement } = scene
  if (engagement.agreements === undefined)
    return unknown(reader.missing([], 'agreements', 'State the agreements: `agreements`, or `[]` if there are none.'))
  const asked = engagement.agreements.map((one, at) => {
    const binds = bindsOn(one, at, named[at] === 'y', scene)
    return { binds, figure: map(askedBy(one, at, term, scene), rank) }
  })
  const sure = asked.filter(({ binds, figure }) => binds.value === true && figure.value !== undefined)
  const highest = Math.max(0, ...sure.map(({ figure }) => figure.value ?? 0))
  const from = sure.filter(({ figure }) => figure.value === highest).flatMap(({ figure }) => figure.from)
  if (highest === most) return known(highest, ...from)
  const open = asked.filter(
    ({ binds, figure }) =>
      binds.value !== false && (figure.value === undefined || (binds.value === undefined && figure.value > highest)),
  )
  if (open.length > 0)
    return unknown(...open.flatMap(({ binds, figure }) => (figure.value === undefined ? figure.from : binds.from)))
  return known(highest, ...(from.length > 0 ? from : [reader.listed(['agreements'])]))
}

/** Whether a processing agreement, or an annex of one, is signed, of which it is known whether it `isNaming` a component. */
function bindsOn(agreement: Agreement, at: number, isNaming: boolean, scene: Scene): Value<boolean> {
  const { reader } = scene
  const pointer = ['agreements', at]
  const named = reader.get(
    agreement,
    pointer,
    'components',
    `State which components ${agreement.id} names: \`components\`, or \`[]\`.`,
  )
  const signing = reader.get(agreement, pointer, 'signedOn', `State when ${agreement.id} was signed, or \`none\`.`)
  const kind = reader.get(agreement, pointer, 'kind', `State what kind of document ${agreement.id} is: \`kind\`.`)
  const names = and(
    map(kind, (one) => one === 'dpa' || one === 'dpa-annex'),
    map(named, () => isNaming),
  )
  if (names.value === false) return names
  return chain(
    map(signing, (on) => on !== 'none'),
    (bound) => (bound ? names : likewise(false, signing)),
  )
}

/** What an agreement asks for, by its template or itself. */
const askedBy = (agreement: Agreement, at: number, term: Term, scene: Scene): Value<string> =>
  termsOf(agreement, at, scene).says((terms) => terms.measures?.[term], 'measures', term)
