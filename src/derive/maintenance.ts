import type { Firm } from '../model/generated/firm.ts'
import type { Component } from './components.ts'
import { Reader } from './reader.ts'
import type { Scene } from './scene.ts'
import { chain, map, openLike, unknown, type Value } from './value.ts'

/** Whether what the firm does everywhere covers a component: `all`, or a complete list of services and components. */
export function maintained(
  component: Component,
  task: keyof NonNullable<Firm['maintenance']>,
  scene: Scene,
): Value<boolean> {
  const ask = `State what it covers in the firm's registry: \`maintenance.${task}.covers\`, with \`all\` or a list.`
  const document = scene.index.firms.find((one) => one.value.maintenance?.[task] !== undefined)
  const entry = document?.value.maintenance?.[task]
  if (document === undefined || entry === undefined) return unknown(scene.reader.missing([], 'maintenance', ask))
  const covers: Value<unknown> = new Reader(document).get(entry, ['maintenance', task], 'covers', ask)
  return chain(covers, (names) => {
    if (names === 'all') return map(covers, () => true)
    const list = names as readonly string[]
    if (list.includes(component.id)) return map(covers, () => true)
    // A service that is not stated may be one of those.
    if (component.service.value === undefined && list.some((name) => name.includes('/')))
      return openLike(component.service)
    return map(covers, () => list.some((name) => name === component.service.value))
  })
}
