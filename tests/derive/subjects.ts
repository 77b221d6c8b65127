/** The facts of subjects that are derived from a descriptor, with the fictional registry. */
import { derive } from '../../src/derive/index.ts'
import type { FactValue } from '../../src/model/fact.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import type { Subject, SubjectKind } from '../../src/model/subject.ts'
import { fileAt, isValid, pipelineWith } from '../properties/pipeline.ts'

const pipeline = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])

/** Everything of one kind that follows from a descriptor which the schema allows. */
export function subjectsOf(kind: SubjectKind, engagement: Record<string, unknown>): readonly Subject[] {
  const value = {
    apiVersion: 'douane/v1',
    kind: 'Engagement',
    id: 'x',
    title: 'X',
    context: 'client-system',
    ...engagement,
  }
  if (!isValid(value)) throw new Error(`The schema does not allow ${JSON.stringify(value)}`)
  return derive(pipeline.workspace(value as Engagement)).subjects.filter((one) => one.kind === kind)
}

/** The value of each fact that is known, of one subject. */
export function factsOf(
  kind: SubjectKind,
  id: string,
  engagement: Record<string, unknown>,
): Readonly<Record<string, FactValue | undefined>> {
  const subject = subjectsOf(kind, engagement).find((one) => one.id === id)
  if (subject === undefined) throw new Error(`There is no ${kind} ${id}`)
  return Object.fromEntries(Object.entries(subject.facts).map(([name, { value }]) => [name, value]))
}
