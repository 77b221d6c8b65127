import type { Subject } from '../../model/subject.ts'
import type { Flow } from '../graph.ts'
import { agreedVersion, versionOf } from '../protection.ts'
import type { Relationship } from '../relationships.ts'
import type { Scene } from '../scene.ts'
import { firstKnown, known, map, unknown, type Value } from '../value.ts'
import { openAt, personalAt } from './architecture.ts'
import { instructionFacts } from './instructions.ts'
import { encryptedOnTheWay, loadOf, movedByProcessor } from './processed.ts'
import { subjectOf, together } from './subject.ts'

export function flowSubjects(scene: Scene, relationships: readonly Relationship[]): readonly Subject[] {
  return scene.flows.map((flow) => {
    const listed = Array.isArray(flow.value.data) ? (flow.value.data as readonly string[]) : []
    const component = flow.from.component !== undefined
    const unheld: string[] = []
    let open = false
    for (const id of component ? listed : []) {
      const there = scene.heldBy(flow.from.id).filter((holding) => holding.asset === id)
      if (there.length === 0) unheld.push(id)
      else if (!there.some((one) => one.certain)) open = true
    }
    const origin = scene.reader.stated(['flows', flow.index, 'data'])
    // What is not stated may name what is not there; `everything` cannot, nor can a party, which has what it sends.
    const unstated = scene.reader.get(
      flow.value,
      ['flows', flow.index],
      'data',
      `State what the flow ${flow.id} carries: \`data\`, or \`everything\`.`,
    )
    const carriesUnheld: Value<boolean> =
      unheld.length > 0
        ? known(true, origin)
        : open
          ? unknown(...openAt(flow.from.id, '', scene))
          : component
            ? map(unstated, () => false)
            : known(false)
    const carried = { flow: known(flow.id), carriesUnheld, unheldAssets: known(unheld) }
    const protection = protectionFacts(flow, scene)
    const instructions = instructionFacts(flow, relationships, personalAt(flow.from.id, scene), scene)
    const facts = together(carried, protection, instructions)
    return subjectOf('flow', flow.id, `${flow.from.id} to ${flow.to.id}`, flow.at, facts)
  })
}

/** How data is protected on its way, and what is asked of that. */
function protectionFacts(flow: Flow, scene: Scene) {
  const { reader } = scene
  const pointer = ['flows', flow.index]
  const transit = reader.get(flow.value, pointer, 'transit', `State how ${flow.id} is encrypted: \`transit\`.`)
  const means = reader.get(flow.value, pointer, 'means', `State how ${flow.id} travels: \`means\`.`)
  // Whatever runs over a wire or within a machine is electronic.
  const electronic = map(transit, (one) => (one === 'none' ? undefined : ('electronic' as const)))
  const ends = [flow.from, flow.to].flatMap(({ component }) => component?.id ?? [])
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
