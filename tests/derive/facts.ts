/** What is derived of a descriptor, with the fictional providers and the fictional firm of the properties. */
import { derive } from '../../src/derive/index.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import type { SubjectKind } from '../../src/model/subject.ts'
import { fileAt, pipelineWith } from '../properties/pipeline.ts'

const known = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
const shipped = await pipelineWith([])

export type Changes = Omit<Partial<Engagement>, 'apiVersion' | 'kind'>

const base: Engagement = {
  apiVersion: 'douane/v1',
  kind: 'Engagement',
  id: 'sample',
  title: 'Sample',
  context: 'client-system',
  parties: [{ id: 'client', country: 'BE', role: 'controller' }],
  data: [],
  components: [],
  flows: [],
  remoteAccess: [],
  aiUses: [],
  accounts: [],
}

/** The values of some facts of one subject. `firm: 'shipped'` knows no more of the firm than its pages say. */
export function factsOf(
  changes: Changes,
  kind: SubjectKind,
  id: string,
  names: readonly string[],
  firm: 'fictional' | 'shipped' = 'fictional',
): readonly unknown[] {
  const { workspace } = firm === 'fictional' ? known : shipped
  const { subjects } = derive(workspace({ ...base, ...changes }))
  const subject = subjects.find((one) => one.kind === kind && one.id === id)
  if (subject === undefined) throw new Error(`There is no ${kind} ${id}`)
  return names.map((name) => {
    const value = subject.facts[name]?.value
    return typeof value === 'object' && 'text' in value ? value.text : value
  })
}

/** The codes that loading or deriving refuses a descriptor with. */
export function refusedWith(changes: Changes): readonly string[] {
  const ran = known.run({ ...base, ...changes }, Date.parse('2026-11-22T12:00:00Z'))
  return ran.kind === 'refused' ? ran.codes : []
}
