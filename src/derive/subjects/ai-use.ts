import { tierFactors } from '../../model/facts/values.ts'
import { startOfDay } from '../../model/moment.ts'
import type { Subject } from '../../model/subject.ts'
import type { AiUse, AiUseValue } from '../ai-uses.ts'
import { approvalsOf } from '../approvals.ts'
import { placesOutsideEea } from '../components.ts'
import { firstOf, names } from '../names.ts'
import type { Scene } from '../scene.ts'
import {
  after,
  and,
  because,
  chain,
  each,
  known,
  likewise,
  map,
  not,
  openLike,
  or,
  unknown,
  type Value,
} from '../value.ts'
import { documentation, signed } from './documentation.ts'
import { engagementPersonalData } from './engagement.ts'
import { impactFacts } from './impact.ts'
import { reachedBy } from './reached.ts'
import { subjectOf, together } from './subject.ts'

export function aiUseSubject(use: AiUse, scene: Scene): Subject {
  const { component, pointer } = use
  const { reader } = scene
  const value: Partial<AiUseValue> = use.value ?? {}
  const listing = `${use.id}: list the use under \`aiUses\` with \`component: ${component.id}\``
  const read = <K extends keyof AiUseValue & string>(key: K, ask: string): Value<NonNullable<AiUseValue[K]>> =>
    use.value === undefined
      ? unknown(
          reader.missing(scene.engagement.aiUses === undefined ? [] : ['aiUses'], 'aiUses', `${ask} (${listing}.)`),
        )
      : reader.get(value as AiUseValue, pointer, key, ask)
  const reached = reachedBy(use, scene)
  const documented = documentation(
    value.documented,
    read('documented', `State where ${use.id} is documented: \`documented\`.`),
    [...pointer, 'documented'],
    scene,
  )
  const choice = scene.engagement.decisions?.tierChoice
  const decided = reader.get(
    scene.engagement.decisions ?? {},
    ['decisions'],
    'tierChoice' as never,
    'Record the choice of tier: `decisions.tierChoice`.',
  ) as Value<NonNullable<typeof choice>>
  const missingFactors = chain(decided, (one) =>
    map(
      reader.get(one, ['decisions', 'tierChoice'], 'factors', 'State the factors that the record weighs: `factors`.'),
      (list) => tierFactors.filter((factor) => !list.includes(factor)),
    ),
  )
  // Where else data is processed says nothing of where the model works.
  const inference = component.places.inference
  const uncovered = uncoveredPlaces(use, inference, scene)
  const approvals = approvalsOf(use, scene)
  const own = {
    use: known(use.title),
    component: known(component.title),
    provider: component.service,
    path: known(reached.path),
    context: component.context,
    engagementPersonalData: engagementPersonalData(scene),
    tier: read('tier', `State the deployment \`tier\` of ${use.id}.`),
    cloudService: cloudService(use, scene),
    delivery: deliveryOf(use, scene),
    boundary: boundaryOf(use, scene),
    controlledBy: controlledBy(use, scene),
    weights: read('weights', `State whether the \`weights\` of the model are open.`),
    personalData: reached.of((asset) => asset.personal, true),
    confidentialData: reached.of((asset) => asset.confidential, false),
    clientPersonalData: reached.of((asset) => asset.clientPersonal, true),
    clientConfidentialData: reached.of((asset) => asset.clientConfidential, false),
    specialCategories: reached.of((asset) => and(asset.personal, asset.special), true),
    exceptionAgreed: exceptionAgreed(
      use,
      scene,
      read('exception', `State whether an \`exception\` for ${use.id} was expressly agreed, or \`agreement: none\`.`),
    ),
    providerApproved: approvals.approved,
    approvedTiers: approvals.tiers,
    agreedExpressly: read(
      'agreedExpressly',
      `State whether the client expressly agreed to ${use.id}: \`agreedExpressly\`.`,
    ),
    documented: documented.exists,
    undocumentedPartCount: documented.missingCount,
    undocumentedParts: documented.missing,
    tierChoiceRecorded: map(decided, (one) => one.on !== 'none'),
    missingFactorCount: map(missingFactors, (list) => list.length),
    missingFactors: missingFactors as Value<readonly string[]>,
    regionStated: map(
      reader.get(component.value, component.pointer, 'region', `State the \`region\` of ${component.id}.`),
      () => true,
    ),
    inferencePlaces: inference,
    inferencePlacesKnown: inference.value === undefined ? openLike(inference) : likewise(true, inference),
    uncoveredPlaceCount: map(uncovered, (list) => list.length),
    uncoveredPlaces: uncovered,
    training: read('training', `State whether the provider trains on what it is sent: \`training\` of ${use.id}.`),
  }
  const facts = together(own, impactFacts(scene, reached), transparencyFacts(use, scene))
  return subjectOf('ai-use', use.id, `${use.title} (${component.title})`, use.place, facts)
}

/** A registered AI service or feature runs in the provider's cloud; anything else is a model of one's own, unless others run it. */
function cloudService(use: AiUse, scene: Scene): Value<boolean> {
  const { component } = use
  if (component.service.value === undefined) return openLike(component.service)
  const registered = component.registered
  if (registered === undefined) return after(component.service, runByOthers(use, scene))
  if (registered.value.ai !== undefined || use.feature !== undefined) return known(true, registered.origin)
  // A listed use of a service that has AI features may be one of them, or a model of one's own beside them.
  if ((registered.value.aiFeatures ?? []).length === 0) return because(runByOthers(use, scene), registered.origin)
  const ask = `State which AI \`feature\` of ${component.service.value} ${use.id} is.`
  return unknown(scene.reader.missing(use.pointer, 'feature', ask))
}

/**
 * Whether somebody runs the model as a service of theirs, registered or not: inside the boundary of a provider, or on
 * infrastructure that neither the firm nor the client controls or operates.
 */
function runByOthers(use: AiUse, scene: Scene): Value<boolean> {
  const { operator } = use.component
  const own: Value<boolean> = operator.kind === 'firm' ? known(true) : operator.client
  return or(
    map(boundaryOf(use, scene), (one) => one === 'provider'),
    and(
      not(own),
      map(controlledBy(use, scene), (who) => who === 'other'),
    ),
  )
}

const boundaryOf = ({ component }: AiUse, scene: Scene) =>
  scene.reader.get(
    component.value,
    component.pointer,
    'boundary',
    `State inside which \`boundary\` ${component.id} runs.`,
  )

function deliveryOf(use: AiUse, scene: Scene): Value<'external-api' | 'cloud-hosted' | 'self-hosted'> {
  const { component } = use
  return chain(cloudService(use, scene), (cloud) => {
    const delivery = component.registered?.value.ai?.delivery
    if (!cloud) return known('self-hosted' as const)
    if (delivery === undefined) return known('external-api' as const)
    if (delivery !== 'either') return known(delivery)
    const boundary = scene.reader.get(
      component.value,
      component.pointer,
      'boundary',
      `State inside which \`boundary\` ${component.id} runs: the service can be either.`,
    )
    return map(boundary, (one) =>
      one === 'client-enterprise-cloud' ? 'cloud-hosted' : one === 'provider' ? 'external-api' : undefined,
    )
  })
}

function controlledBy(use: AiUse, scene: Scene): Value<'client' | 'firm' | 'other'> {
  const { component } = use
  const ref = scene.reader.get(
    component.value,
    component.pointer,
    'controlledBy',
    `State who controls the infrastructure of ${component.id}: \`controlledBy\`.`,
  )
  return chain(ref, (name): Value<'client' | 'firm' | 'other'> => {
    const entity = scene.entities.byRef(name)
    if (entity === undefined) return known('other')
    if (entity.kind === 'firm') return known('firm')
    return map(entity.client, (client) => (client ? 'client' : 'other'))
  })
}

function exceptionAgreed(
  use: AiUse,
  scene: Scene,
  exception: Value<NonNullable<AiUseValue['exception']>>,
): Value<boolean> {
  return chain(exception, ({ agreement }) => {
    const stated = scene.reader.stated([...use.pointer, 'exception', 'agreement'])
    return because(signed(agreement, scene), stated)
  })
}

/** Places outside the EEA that inference may reach, and for whose importer no stated ground counts. */
function uncoveredPlaces(use: AiUse, inference: Value<readonly string[]>, scene: Scene): Value<readonly string[]> {
  const { component } = use
  const { provider, entity } = component
  if (provider === undefined || entity === undefined)
    return chain(inference, (list) => placesOutsideEea(list, scene.index))
  return chain(inference, (list) =>
    chain(placesOutsideEea(list, scene.index), (outside) => {
      if (outside.length === 0) return known([] as readonly string[])
      const safeguards = scene.engagement.safeguards
      if (safeguards === undefined)
        return unknown(scene.reader.missing([], 'safeguards', 'State the transfer grounds: `safeguards`, or `[]`.'))
      const open = outside.map((place) => {
        const importer =
          entity.inEea.value === false && (place === 'worldwide' || entity.country.value === place)
            ? entity
            : scene.entities.inPlace(provider, place)
        const first = firstOf(safeguards.map((one) => names(one.importer, importer, scene)))
        return chain(first, (at) => {
          const entry = safeguards[at]
          if (entry === undefined) return known([place])
          const ask = `State the ground of ${entry.id}: \`reliesOn\`.`
          const ground = scene.reader.get(entry, ['safeguards', at], 'reliesOn', ask)
          return map(ground, (one) => (one === 'none' ? [place] : []))
        })
      })
      return map(each<readonly string[]>(open), (lists) => lists.flat())
    }),
  )
}

function transparencyFacts(use: AiUse, scene: Scene) {
  type Transparency = NonNullable<AiUseValue['transparency']>
  const pointer = [...use.pointer, 'transparency']
  const object = use.value?.transparency
  const read = <K extends keyof Transparency & string>(key: K): Value<NonNullable<Transparency[K]>> => {
    const ask = `State \`transparency.${key}\` of ${use.id}.`
    return object === undefined || object === null
      ? unknown(scene.reader.missing(use.pointer, 'transparency', ask))
      : scene.reader.get(object, pointer, key, ask)
  }
  return {
    interactsWithPeople: read('interactsWithPeople'),
    obvious: read('obvious'),
    informsPeople: read('informsPeople'),
    generatesContent: read('generatesContent'),
    assistiveOnly: read('assistiveOnly'),
    marksOutput: read('marksOutput'),
    onMarketSince: map(read('onMarketSince'), startOfDay),
    emotionOrBiometricCategorisation: read('emotionOrBiometricCategorisation'),
    exposedPersonsInformed: read('exposedPersonsInformed'),
    deepFakes: read('deepFakes'),
    publicInterestText: read('publicInterestText'),
    offenceReporting: read('offenceReporting'),
    artificialOriginDisclosed: read('artificialOriginDisclosed'),
    editoriallyReviewed: read('editoriallyReviewed'),
    authorisedByLaw: read('authorisedByLaw'),
  }
}
