import type { StatedTerms } from '../../model/generated/common.ts'
import type { Moment } from '../../model/instant.ts'
import type { ProcessingAgreement } from '../agreements.ts'
import { type Disclosure, processesOnBehalf } from '../disclosures.ts'
import { asFirstInstant } from '../grounds.ts'
import { names } from '../names.ts'
import { usedSince } from '../providers.ts'
import type { Relationship } from '../relationships.ts'
import { remembered } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { allOf, and, anyOf, chain, each, known, map, openLike, or, unknown, type Value } from '../value.ts'
import { states } from '../weaker-terms.ts'
import { type Shortfall, shortfallOf } from './shortfall.ts'

/**
 * When a processor starts: with the engagement, or later where its provider comes later. The first of its services
 * counts, and one whose provider is not stated may be one of them. What is only bought is used from the start.
 */
export function processingStarts({ processor }: Relationship, scene: Scene): Value<Moment> {
  const { engagement, reader } = scene
  const starts = asFirstInstant(reader.get(engagement, [], 'starts', 'State when processing starts: `starts`.'))
  if (engagement.context === 'vendor-use') return starts
  if (processor.kind === 'unknown' && processor.provider === undefined) return openLike(processor.country)
  const { provider: of } = processor
  if (of === undefined) return starts
  return remembered(firstUse, of, scene, () => firstUse(of, starts, scene))
}

function firstUse(of: string, starts: Value<Moment>, scene: Scene): Value<Moment> {
  const services = scene.components.filter(({ provider, service }) => provider === of || service.value === undefined)
  if (services.length === 0) return starts
  const since = services.map((component) =>
    chain(usedSince(component, scene), (day) => (day === 'first-set' ? starts : asFirstInstant(known(day)))),
  )
  return map(each(since), (all) => all.reduce((first, one) => (one.from < first.from ? one : first)))
}

/** Whether the party that data is processed for has one of some roles. */
export const acts = (one: Relationship, roles: readonly string[]): Value<boolean> =>
  anyOf([
    ...one.disclosures.map((it) =>
      and(
        it.occurs,
        processesOnBehalf(it),
        map(it.exporterRole, (role) => roles.includes(role)),
      ),
    ),
    one.more,
  ])

/** Each asset and purpose for which a controller makes personal data available, and whether a legal basis is recorded. */
export function legalBases(one: Relationship, scene: Scene): Shortfall {
  const bases = scene.engagement.legalBases
  const recorded = ({ asset, exporter, purpose }: Disclosure): Value<boolean> => {
    if (bases === undefined)
      return unknown(scene.reader.missing([], 'legalBases', 'State the recorded legal bases: `legalBases`, or `[]`.'))
    return chain(purpose, (id) =>
      anyOf([
        known(false, scene.reader.listed(['legalBases'])),
        ...bases
          .filter((entry) => entry.basis !== 'none' && entry.data.includes(asset.id) && entry.purposes.includes(id))
          .map((entry) => names(entry.controller, exporter, scene)),
      ]),
    )
  }
  const decides = (it: Disclosure): Value<boolean> =>
    map(it.exporterRole, (role) => role === 'controller' || role === 'joint-controller')
  return shortfallOf([
    ...one.disclosures.map((it) => ({
      what: `${it.asset.id} for ${it.purpose.value ?? 'a purpose not stated'}`,
      short: allOf([it.personal, it.occurs, decides(it), map(recorded(it), (yes) => !yes)]),
    })),
    { what: 'further data', short: one.more },
  ])
}

/** Whether somebody recorded who accepted which version of an agreement. */
export function acceptanceRecorded({ acceptance, pointer }: ProcessingAgreement, { reader }: Scene): Value<boolean> {
  const part = (key: 'by' | 'version'): Value<boolean> => {
    const ask = `State \`acceptance.${key}\`: who accepted which version.`
    return chain(acceptance, (record) => map(reader.get(record, [...pointer, 'acceptance'], key, ask), () => true))
  }
  return and(
    map(acceptance, ({ on }) => on !== 'none'),
    part('by'),
    part('version'),
  )
}

/** The regimes that apply to a relationship, and that its agreement does not name. */
export function unnamedRegimes(one: Relationship, gdprApplies: Value<boolean>, scene: Scene): Shortfall {
  const named = one.agreement.says((terms) => terms.regimes, 'regimes')
  const regimes = scene.reader.get(scene.engagement, [], 'regimes', 'State `regimes`, or `[]`.')
  const applies: readonly (readonly ['gdpr' | 'uk-gdpr' | 'ccpa' | 'swiss-fadp', Value<boolean>])[] = [
    ['gdpr', gdprApplies],
    ['uk-gdpr', one.controller.underUkGdpr],
    ['ccpa', one.controller.ccpaBusiness],
    ['swiss-fadp', known(false)],
  ]
  return shortfallOf(
    applies.map(([regime, follows]) => ({
      what: regime,
      short: and(
        or(
          follows,
          map(regimes, (list) => list.includes(regime)),
        ),
        map(named, (list) => !list.includes(regime)),
      ),
    })),
  )
}

const ccpaTerms = {
  'ccpa-no-sale': 'no sale or sharing',
  'ccpa-specific-purposes': 'the specific business purposes',
  'ccpa-no-other-purpose': 'no use for other purposes',
  'ccpa-no-other-commercial-purpose': 'no use for commercial purposes of others',
  'ccpa-no-use-outside-relationship': 'no use outside the direct relationship',
  'ccpa-same-protection': 'the protection that the law asks for',
  'ccpa-verification': 'steps to verify the use',
  'ccpa-notice-of-inability': 'notice within five business days of being unable to comply',
  'ccpa-stop-and-remediate': 'stopping and remedying unauthorised use',
  'ccpa-consumer-requests': 'help with requests of consumers',
} as const satisfies Partial<Record<keyof StatedTerms, string>>

/** The terms that the CCPA asks for, and that an agreement does not have. */
export const missingCcpaTerms = (agreement: ProcessingAgreement): Shortfall =>
  shortfallOf(
    Object.entries(ccpaTerms).map(([term, what]) => ({
      what,
      short: map(states(agreement, term as keyof typeof ccpaTerms), (yes) => !yes),
    })),
  )
