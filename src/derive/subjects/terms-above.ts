import { aboveOf, eachAbove, ofAllAbove } from '../above.ts'
import type { Entity } from '../entities.ts'
import { names } from '../names.ts'
import type { Relationship } from '../relationships.ts'
import type { Scene } from '../scene.ts'
import {
  and,
  anyOf,
  chain,
  each,
  known,
  likewise,
  map,
  mostConsulted,
  openLike,
  unknown,
  type Value,
} from '../value.ts'
import { compareTerms, states } from '../weaker-terms.ts'
import { hoursOf } from '../window.ts'
import { shortfallOf } from './shortfall.ts'

/** Facts that the agreement above gives: with whoever the data was processed for before it came here. */
export function aboveFacts(one: Relationship, all: readonly Relationship[], scene: Scene) {
  const above = aboveOf(one, all, scene)
  const windows = eachAbove(above, one.more, ({ agreement }) =>
    map(
      agreement.says((terms) => terms.breachNotice?.within, 'breachNotice', 'within'),
      hoursOf,
    ),
  )
  const weaker = shortfallOf([
    ...above.certain.flatMap((it) =>
      compareTerms(one.agreement, it.agreement).map(({ what, weaker: short }) => ({ what, short })),
    ),
    ...above.possible(mostConsulted).map((it) => ({ what: '', short: openLike(it.takesPlace) })),
    { what: '', short: one.more },
  ])
  const none = openLike(one.more)
  return {
    agreementAbove: map(
      each(above.certain.map(({ agreement }) => agreement.title)),
      (titles) => titles.join(', ') || undefined,
    ),
    agreementAboveExists: ofAllAbove(above, one.more, ({ agreement }) => agreement.exists),
    subProcessingAuthorised: ofAllAbove(above, one.more, (it) => authorises(it, one, scene)),
    listAvailable: ofAllAbove(above, one.more, ({ agreement }) => states(agreement, 'sub-processor-list')),
    breachWindowAboveHours: map(windows, (hours) => Math.min(...hours)),
    equivalenceAssessed: equivalenceAssessed(one, scene),
    weakerTermCount: above.certain.length === 0 ? none : weaker.count,
    weakerTerms: above.certain.length === 0 ? none : weaker.list,
  }
}

/** Whether an agreement authorises the processor of another relationship: in general, or by name. */
function authorises({ agreement }: Relationship, { processor }: Relationship, scene: Scene): Value<boolean> {
  if (agreement.exists.value === false) return likewise(false, agreement.exists)
  const how = agreement.says((terms) => terms.subProcessing?.authorisation, 'subProcessing', 'authorisation')
  return chain(how, (authorisation) => {
    if (authorisation !== 'specific') return known(authorisation === 'general')
    const named = agreement.says((terms) => terms.subProcessing?.named, 'subProcessing', 'named')
    if (processor.kind === 'unknown') return openLike(processor.country)
    return chain(named, (refs) => anyOf([known(false), ...refs.map((ref) => isAbout(ref, processor, scene))]))
  })
}

function equivalenceAssessed(one: Relationship, scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  const { processor } = one
  const list = engagement.decisions?.equivalenceAssessments
  const ask = `Record the assessment that the terms of ${processor.name} protect as much: \`decisions.equivalenceAssessments\`, or \`[]\`.`
  if (list === undefined) {
    const pointer = engagement.decisions === undefined ? [] : ['decisions']
    return unknown(reader.missing(pointer, 'equivalenceAssessments', ask))
  }
  if (processor.kind === 'unknown') return openLike(processor.country)
  return anyOf([
    known(false, reader.listed(['decisions', 'equivalenceAssessments'])),
    ...list.map((entry, at) => {
      const pointer = ['decisions', 'equivalenceAssessments', at, 'on']
      const assessed = known(entry.on !== 'none', reader.stated(pointer))
      return and(assessed, isAbout(entry.processor, processor, scene))
    }),
  ])
}

/** What names a provider is about every entity of it. */
const isAbout = (ref: string, processor: Entity, scene: Scene): Value<boolean> =>
  ref === processor.provider ? known(true) : names(ref, processor, scene)
