import type { Engagement } from '../../model/generated/engagement.ts'
import type { Scene } from '../scene.ts'
import { and, anyOf, each, known, map, unknown, type Value } from '../value.ts'
import type { Reached } from './reached.ts'

type Party = NonNullable<Engagement['parties']>[number]

/** Facts on whether an impact assessment is due, and made. */
export function impactFacts(scene: Scene, reached: Reached) {
  const { engagement, reader } = scene
  const assessment = engagement.decisions?.impactAssessment ?? {}
  type Assessment = NonNullable<NonNullable<typeof engagement.decisions>['impactAssessment']>
  const pointer =
    engagement.decisions === undefined
      ? []
      : engagement.decisions.impactAssessment === undefined
        ? ['decisions']
        : ['decisions', 'impactAssessment']
  const read = <K extends keyof Assessment & string>(key: K, ask: string) =>
    reader.get(assessment as Assessment, pointer, key, `${ask}: \`decisions.impactAssessment.${key}\`.`)
  const criteria = read('criteria', 'State which criteria of WP248 are met, or `[]`')
  const sensitive = reached.of((asset) => asset.special, true)
  const vulnerable = reached.of((asset) => asset.vulnerable, true)
  return {
    controllerUnderGdpr: controllerUnderGdpr(scene),
    article35Case: map(
      read('article35', 'State which cases of Art. 35(3) are met, or `[]`'),
      (list) => list.length > 0,
    ),
    nationalList: read('nationalList', 'State whether a national list names the processing'),
    wp248CriteriaCount: countCriteria(criteria, sensitive, vulnerable),
    impactAssessment: read('status', 'State where the impact assessment stands'),
    screeningReasoned: read('reasoned', 'State whether the screening gives its reasons'),
  }
}

/** Whether the GDPR reaches a controller of the engagement; unknown where nobody surely is one. */
function controllerUnderGdpr(scene: Scene): Value<boolean> {
  const { engagement, reader, entities } = scene
  const ask = 'State who the controller is: a party with `role: controller`.'
  const parties = (engagement.parties ?? []).map((party, at) => ({
    entity: entities.byRef(party.id),
    decides: decides(party, at, scene),
  }))
  const firm = { entity: entities.firm, decides: known(engagement.context === 'internal-operations') }
  const candidates = [...parties, firm]
  const reached = candidates.map(({ entity, decides }) =>
    and(decides, entity === undefined ? unknown() : map(entity.reach, (reach) => reach !== 'outside')),
  )
  const somebody = anyOf(candidates.map((one) => one.decides))
  const listed: Value<boolean> =
    engagement.parties === undefined ? unknown(reader.missing([], 'parties', ask)) : known(false)
  const found = anyOf([...reached, listed])
  return found.value === false && somebody.value !== true ? unknown(reader.missing([], 'parties', ask)) : found
}

/** Whether a party is a controller, for whatever purpose. */
function decides(party: Party, at: number, { reader }: Scene): Value<boolean> {
  const isController = (role: string): boolean => role === 'controller' || role === 'joint-controller'
  if (party.roles !== undefined) return known(party.roles.some(({ role }) => isController(role)))
  return map(
    reader.get(party, ['parties', at], 'role', `State the \`role\` of ${party.name ?? party.id}.`),
    isController,
  )
}

/** Criteria that follow from the data count with those that are stated; each counts once. */
function countCriteria(
  criteria: Value<readonly string[]>,
  sensitive: Value<boolean>,
  vulnerable: Value<boolean>,
): Value<number> {
  const implied = (flag: Value<boolean>, id: string): Value<readonly string[]> =>
    criteria.value?.includes(id) === true ? known([id]) : map(flag, (yes) => (yes ? [id] : []))
  const all = each<readonly string[]>([
    criteria,
    implied(sensitive, 'sensitive-data'),
    implied(vulnerable, 'vulnerable-subjects'),
  ])
  return map(all, (lists) => new Set(lists.flat()).size)
}
