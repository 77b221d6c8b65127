import type { Subject } from '../../model/subject.ts'
import type { Flow } from '../graph.ts'
import { agreedVersion, versionOf } from '../protection.ts'
import type { Relationship } from '../relationships.ts'
import type { Scene } from '../scene.ts'
import { firstKnown, known, map, unknown, type Value } from '../value.ts'
import { openAt, personalAt } from './architecture.ts'
import { instructionFacts } from './instructions.ts'
import { encryptedOnTheWay, loadOf, movedByProcessor } from './processed.ts'
import { subjectOf } from './subject.ts'

export const flowSubjects = (scene: Scene, relationships: readonly Relationship[]): readonly Subject[] =>
  scene.flows.map((flow) => flowSubject(flow, relationships, scene))

function flowSubject(flow: Flow, relationships: readonly Relationship[], scene: Scene): Subject {
  const unheld = unheldBy(flow, scene)
  const protection = protectionFacts(flow, scene)
  const instructions = instructionFacts(flow, relationships, personalAt(flow.from.id, scene), scene)
  return subjectOf('flow', flow.id, `${flow.from.id} to ${flow.to.id}`, flow.place, {
    flow: known(flow.id),
    carriesUnheld: unheld.carried,
    unheldAssets: known(unheld.assets),
    personalDataWithProcessor: protection.personalDataWithProcessor,
    transit: protection.transit,
    tlsVersion: protection.tlsVersion,
    agreedTlsVersion: protection.agreedTlsVersion,
    means: protection.means,
    carriedEncrypted: protection.carriedEncrypted,
    carriesPersonalData: instructions.carriesPersonalData,
    purpose: instructions.purpose,
    uninstructedCount: instructions.uninstructedCount,
    uninstructed: instructions.uninstructed,
  })
}

/** What a flow lists and its source does not hold. A party has what it sends. */
function unheldBy(flow: Flow, scene: Scene): { readonly carried: Value<boolean>; readonly assets: readonly string[] } {
  const { from, value, index } = flow
  if (from.component === undefined) return { carried: known(false), assets: [] }
  const assets: string[] = []
  let open = false
  for (const id of Array.isArray(value.data) ? (value.data as readonly string[]) : []) {
    const there = scene.heldBy(from.id).filter((holding) => holding.asset === id)
    if (there.length === 0) assets.push(id)
    else if (!there.some((one) => one.certain)) open = true
  }
  const pointer = ['flows', index]
  if (assets.length > 0) return { carried: known(true, scene.reader.stated([...pointer, 'data'])), assets }
  if (open) return { carried: unknown(...openAt(from.id, '', scene)), assets }
  // What is not stated may name what is not there; `everything` cannot.
  const ask = `State what the flow ${flow.id} carries: \`data\`, or \`everything\`.`
  const data = scene.reader.get(value, pointer, 'data', ask)
  return { carried: map(data, () => false), assets }
}

/** How data is protected on its way, and what is asked of that. */
function protectionFacts(flow: Flow, scene: Scene) {
  const { reader } = scene
  const pointer = ['flows', flow.index]
  const transit = reader.get(flow.value, pointer, 'transit', `State how ${flow.id} is encrypted: \`transit\`.`)
  const means = reader.get(flow.value, pointer, 'means', `State how ${flow.id} travels: \`means\`.`)
  // Whatever runs over a wire or within a machine is electronic.
  const electronic = map(transit, (one) => (one === 'none' ? undefined : ('electronic' as const)))
  const { from, to } = flow
  const ends: string[] = []
  if (from.component !== undefined) ends.push(from.id)
  if (to.component !== undefined) ends.push(to.id)
  const load = loadOf(flow, scene)
  return {
    personalDataWithProcessor: movedByProcessor(flow, load, scene),
    transit,
    tlsVersion: map(transit, versionOf),
    agreedTlsVersion: agreedVersion(ends, scene),
    means: firstKnown<'electronic' | 'physical'>(electronic, means),
    carriedEncrypted: encryptedOnTheWay(flow, load, scene),
  }
}
