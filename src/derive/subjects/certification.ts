import type { Subject } from '../../model/subject.ts'
import { asLastDay, asMoment } from '../grounds.ts'
import { reviewOf } from '../reviews.ts'
import type { Scene } from '../scene.ts'
import { anyOf, because, chain, known, map, unknown, type Value } from '../value.ts'
import { subjectOf } from './subject.ts'
import { dated } from './supplier.ts'

/** One for each provider in use and each certification that somebody says it holds, or that the engagement requires. */
export function certificationSubjects(scene: Scene): readonly Subject[] {
  const providers = [...new Set(scene.components.flatMap((one) => one.provider ?? []))].sort()
  return providers.flatMap((provider) => {
    const claimed = (scene.index.provider(provider)?.value.certifications ?? []).map((one) => one.name)
    const required = entriesOn(provider, scene).flatMap(({ value }) => value.requiredCertifications ?? [])
    return [...new Set([...claimed, ...required])].map((name) => certification(provider, name, scene))
  })
}

function certification(provider: string, name: string, scene: Scene): Subject {
  const { reader, index, engagement } = scene
  const registered = index.provider(provider)
  const claims = (registered?.value.certifications ?? []).filter((one) => one.name === name)
  const using = scene.components.find((one) => one.provider === provider)
  const evidence = because(evidenceOf(provider, name, scene), ...(using?.service.from ?? []))
  const validUntil = dated(
    chain(evidence, (one) =>
      one === 'none'
        ? unknown()
        : one.reader.get(
            one.value,
            one.pointer,
            'validUntil',
            `State the last day of ${name} of ${provider}: \`validUntil\`, or \`none\`.`,
          ),
    ),
  )
  return subjectOf(
    'certification',
    `${provider} ${name}`,
    `${name} of ${registered?.value.name ?? provider}`,
    using?.place ?? reader.place([]),
    {
      certification: known(name),
      provider: known(registered?.value.name ?? provider),
      context: known(engagement.context),
      required: requiredOf(provider, name, scene),
      claimedBy: known(
        [...new Set(claims.map((one) => one.claimedBy))].sort(),
        ...(registered === undefined ? [] : [registered.origin]),
      ),
      evidenceKept: map(evidence, (one) => one !== 'none'),
      hasEnd: validUntil.there,
      validUntil: asLastDay(validUntil.on),
      checkedOn: asMoment(
        chain(evidence, (one) =>
          one === 'none'
            ? unknown()
            : one.reader.get(
                one.value,
                one.pointer,
                'checkedOn',
                `State when somebody last looked at ${name} of ${provider}: \`checkedOn\`.`,
              ),
        ),
      ),
    },
  )
}

/** The entries of `providers` on a provider or on one of its services. */
const entriesOn = (provider: string, scene: Scene) =>
  (scene.engagement.providers ?? [])
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => value.provider === provider || value.provider.startsWith(`${provider}/`))

function requiredOf(provider: string, name: string, scene: Scene): Value<boolean> {
  const { reader, engagement } = scene
  if (engagement.providers === undefined)
    return unknown(reader.missing([], 'providers', 'State what is agreed of each provider: `providers`.'))
  const ask = `State the certifications that are required of ${provider}: \`requiredCertifications\`, or \`[]\`.`
  const entries = entriesOn(provider, scene).map(({ value, index }) =>
    map(reader.get(value, ['providers', index], 'requiredCertifications', ask), (list) => list.includes(name)),
  )
  return anyOf([...entries, known(false, reader.listed(['providers']))])
}

/** The firm's evidence of a certificate, or `none` where it lists its evidence and this is not there. */
function evidenceOf(provider: string, name: string, scene: Scene) {
  return chain(reviewOf(provider, scene), (review) => {
    if (review === 'none') return known('none' as const)
    const { value, reader, pointer } = review
    const ask = `List the certificates of ${provider} of which the firm holds evidence: \`certificates\`.`
    return map(reader.get(value, pointer, 'certificates', ask), (list) => {
      const at = list.findIndex((one) => one.name === name)
      const found = list[at]
      return found === undefined
        ? ('none' as const)
        : { value: found, reader, pointer: [...pointer, 'certificates', at] }
    })
  })
}
