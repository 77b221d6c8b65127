import type { Scene } from '../scene.ts'
import { each, known, map, or, type Value } from '../value.ts'
import type { Reached } from './reached.ts'

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
  const controllers = [
    ...scene.entities.parties.filter((party) => mayDecide(party.party?.value)),
    ...(engagement.context === 'internal-operations' ? [scene.entities.firm] : []),
  ]
  return {
    controllerUnderGdpr:
      controllers.length === 0
        ? reachUnknown(scene)
        : or(...controllers.map((one) => map(one.reach, (reach) => reach !== 'outside'))),
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

const mayDecide = (
  party: { readonly role?: string; readonly roles?: readonly { readonly role: string }[] } | undefined,
): boolean => {
  const roles = party?.roles?.map((one) => one.role) ?? (party?.role === undefined ? undefined : [party.role])
  return roles === undefined || roles.some((role) => role === 'controller' || role === 'joint-controller')
}

const reachUnknown = (scene: Scene): Value<boolean> => ({
  value: undefined,
  from: [scene.reader.missing([], 'parties', 'State who the controller is: a party with `role: controller`.')],
})

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
