import { describe, expect, it } from 'vitest'
import { depthsOf } from '../../src/derive/above.ts'
import type { Relationship } from '../../src/derive/relationships.ts'
import { Answers } from '../../src/derive/remembered.ts'
import type { Scene } from '../../src/derive/scene.ts'
import { known } from '../../src/derive/value.ts'

const scene = { answers: new Answers() } as unknown as Scene

/** One that surely takes place; who the data is processed for decides on it where nobody is above. */
const processing = (controller: string, processor: string, role: 'controller' | 'processor'): Relationship =>
  ({
    id: `${controller} -> ${processor}`,
    controller: { id: controller, kind: 'party' },
    processor: { id: processor, kind: 'party' },
    assets: ['orders'],
    disclosures: [{ exporterRole: known(role) }],
    takesPlace: known(true),
    more: known(false),
  }) as unknown as Relationship

const valuesOf = (all: readonly Relationship[]) => {
  const depths = depthsOf(all, scene)
  return all.map(({ id }) => depths.get(id)?.value)
}

describe('how deep a processor is in its chain', () => {
  it('is told of chains that are longer than calls can be nested, whichever comes first', () => {
    const size = 3000
    const chain = Array.from({ length: size }, (_, at) =>
      processing(`p${at}`, `p${at + 1}`, at === 0 ? 'controller' : 'processor'),
    )
    const depths = chain.map((_, at) => at + 1)
    expect(valuesOf(chain)).toEqual(depths)
    expect(valuesOf([...chain].reverse())).toEqual([...depths].reverse())
  })

  it('is unknown in a circle, and below it', () => {
    const circle = [
      processing('a', 'b', 'processor'),
      processing('b', 'a', 'processor'),
      processing('b', 'c', 'processor'),
    ]
    expect(valuesOf(circle)).toEqual([undefined, undefined, undefined])
  })

  it('is unknown where two ways are of different length', () => {
    const both = [
      processing('client', 'a', 'controller'),
      processing('client', 'b', 'controller'),
      processing('b', 'a', 'processor'),
      processing('a', 'c', 'processor'),
      processing('b', 'd', 'processor'),
    ]
    expect(valuesOf(both)).toEqual([1, 1, 2, undefined, 2])
  })
})
