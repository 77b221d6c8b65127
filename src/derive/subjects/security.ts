import { measureBases } from '../../model/facts/values.ts'
import type { Moment } from '../../model/instant.ts'
import type { Pointer } from '../../model/location.ts'
import type { Subject } from '../../model/subject.ts'
import { asMoment } from '../grounds.ts'
import { Reader } from '../reader.ts'
import type { Scene } from '../scene.ts'
import { chain, known, likewise, map, openLike, unknown, type Value } from '../value.ts'
import { signed } from './documentation.ts'
import { subjectOf, together } from './subject.ts'

/** Facts of the engagement on what its documents say of security, and on the firm's own management of it. */
export function engagementSecurity(scene: Scene) {
  const { engagement, reader } = scene
  const security = part(scene, engagement, [], 'security', 'State what the documents say of security')
  const measures = chain(security, (one) =>
    part(scene, one, ['security'], 'measures', 'State where the security measures are documented'),
  )
  const document = agreementOf(scene, measures, ['security', 'measures'], 'the security measures')
  const covers = chain(measures, (one) =>
    reader.get(one, ['security', 'measures'], 'covers', 'State what the measures were defined by: `covers`.'),
  )
  const uncovered = map(covers, (list) => measureBases.filter((basis) => !list.includes(basis)))
  const development = chain(security, (one) =>
    part(scene, one, ['security'], 'development', 'State whether software is made to order'),
  )
  const custom = chain(development, (one) =>
    reader.get(one, ['security', 'development'], 'custom', 'State whether software is made to order: `custom`.'),
  )
  const controls = chain(development, (one) =>
    part(scene, one, ['security', 'development'], 'controls', 'State where the controls of development are recorded'),
  )
  const record = agreementOf(
    scene,
    controls,
    ['security', 'development', 'controls'],
    'the controls of secure development',
  )
  const commitments = chain(security, (one) =>
    part(scene, one, ['security'], 'commitments', 'State the commitments on security, or `[]`'),
  )
  const documented = {
    commitmentsStated: commitments.value === undefined ? openLike(commitments) : likewise(true, commitments),
    starts: startOf(scene),
    measuresDocumented: chain(document, (id) => signed(id, scene)),
    measuresSignedOn: chain(document, (id) => signingOf(id, scene)),
    measuresUncoveredCount: map(uncovered, (list) => list.length),
    measuresUncovered: uncovered as Value<readonly string[]>,
    customDevelopment: custom,
    developmentControlsRecorded: chain(record, (id) => signed(id, scene)),
    developmentControlsSignedOn: chain(record, (id) => signingOf(id, scene)),
  }
  return together(documented, managementOf(scene))
}

export function commitmentSubjects(scene: Scene): readonly Subject[] {
  const { engagement, reader } = scene
  return (engagement.security?.commitments ?? []).map((value, at) => {
    const pointer = ['security', 'commitments', at]
    const title = value.title ?? value.id
    const agreed = part(scene, value, pointer, 'agreed', `State where ${value.id} is agreed`)
    const document = agreementOf(scene, agreed, [...pointer, 'agreed'], value.id)
    return subjectOf('commitment', value.id, title, reader.place(pointer), {
      commitment: known(title),
      commitmentKind: reader.get(value, pointer, 'kind', `State what kind of commitment ${value.id} is: \`kind\`.`),
      context: known(engagement.context, reader.stated(['context'])),
      required: reader.get(value, pointer, 'required', `State whether the client requires ${value.id}: \`required\`.`),
      claimed: reader.get(value, pointer, 'claimed', `State whether the firm claims ${value.id}: \`claimed\`.`),
      agreed: chain(document, (id) => signed(id, scene)),
      agreedOn: chain(document, (id) => signingOf(id, scene)),
      starts: startOf(scene),
    })
  })
}

const part = <T extends object, K extends keyof T & string>(
  scene: Scene,
  object: T,
  pointer: Pointer,
  key: K,
  ask: string,
): Value<NonNullable<T[K]>> =>
  scene.reader.get(object, pointer, key, `${ask}: \`${[...pointer, key].filter(isName).join('.')}\`.`)

const isName = (step: string | number): boolean => typeof step === 'string'

/** The document that a reference names. */
const agreementOf = <T extends { readonly agreement?: string }>(
  scene: Scene,
  reference: Value<T>,
  pointer: Pointer,
  what: string,
): Value<string> =>
  chain(reference, (one) =>
    map(
      scene.reader.get(
        one,
        pointer,
        'agreement',
        `State the document with ${what}, by its id under \`agreements\`, or \`none\`.`,
      ),
      (id): string => id,
    ),
  )

/** When a document was signed; unknown where it was not. */
function signingOf(id: string, scene: Scene): Value<Moment> {
  const at = (scene.engagement.agreements ?? []).findIndex((one) => one.id === id)
  const agreement = scene.engagement.agreements?.[at]
  if (agreement === undefined) return unknown()
  return asMoment(
    scene.reader.get(
      agreement,
      ['agreements', at],
      'signedOn',
      `State when ${id} was signed or accepted: \`signedOn\`, or \`none\`.`,
    ),
  )
}

const startOf = (scene: Scene): Value<Moment> =>
  asMoment(scene.reader.get(scene.engagement, [], 'starts', 'State when work starts: `starts`.'))

/** What the firm's registry says of its information security management system. */
function managementOf(scene: Scene) {
  const document = scene.index.firms.find((one) => one.value.isms !== undefined)
  const isms = document?.value.isms
  const reviewedOn: Value<string> =
    document === undefined || isms === undefined
      ? unknown(scene.reader.missing([], 'isms', "State `isms` in the firm's registry, with `reviewedOn`."))
      : new Reader(document).get(isms, ['isms'], 'reviewedOn', 'State when it was last reviewed, or `none`.')
  return {
    ismsReviewed: map(reviewedOn, (on) => on !== 'none'),
    ismsReviewedOn: asMoment(reviewedOn),
  }
}
