import type { Firm } from '../model/generated/firm.ts'
import type { Component } from './components.ts'
import { Reader } from './reader.ts'
import { onceFor } from './remembered.ts'
import type { Scene } from './scene.ts'
import { after, map, openLike, unknown, type Value } from './value.ts'

type Task = keyof NonNullable<Firm['maintenance']>

/** What the firm states that it covers; the same for all components. */
const coverageOf = onceFor((task: Task, { index, reader }: Scene) => {
  const ask = `State what it covers in the firm's registry: \`maintenance.${task}.covers\`, with \`all\` or a list.`
  const document = index.firms.find((one) => one.value.maintenance?.[task] !== undefined)
  const entry = document?.value.maintenance?.[task]
  const covers: Value<unknown> =
    document === undefined || entry === undefined
      ? unknown(reader.missing([], 'maintenance', ask))
      : new Reader(document).get(entry, ['maintenance', task], 'covers', ask)
  return { covers, covered: map(covers, () => true), uncovered: map(covers, () => false) }
})

/** Whether what the firm does everywhere covers a component: `all`, or a complete list of services and components. */
export function maintained(component: Component, task: Task, scene: Scene): Value<boolean> {
  const { covers, covered, uncovered } = coverageOf(task, scene)
  const names = covers.value
  if (names === undefined || names === 'all') return covered
  const list = names as readonly string[]
  const { id, service } = component
  if (list.includes(id)) return covered
  // A service that is not stated may be one of those.
  if (service.value === undefined && list.some((name) => name.includes('/'))) return after(covers, openLike(service))
  return service.value !== undefined && list.includes(service.value) ? covered : uncovered
}
