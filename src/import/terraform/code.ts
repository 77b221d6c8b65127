import type { Block, Collected, Kept } from './collected.ts'

/** The code of a resource, if it is in the file. */
export function codeOf({ modules }: Collected, { place }: Kept): Block | undefined {
  return modules.get(place.modules.path)?.blocks.get(place.block)
}

/** Whether the code of a resource is in the file and does not set an attribute. */
export function leavesOut(collected: Collected, kept: Kept, attribute: string): boolean {
  const code = codeOf(collected, kept)
  return code !== undefined && !code.sets.includes(`,${attribute},`)
}
