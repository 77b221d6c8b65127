import { modulePath, parseAddress } from './address.ts'
import type { Block, Collected, Kept } from './collected.ts'

/** The code of a resource, if it is in the file. */
export function codeOf({ modules }: Collected, { address }: Kept): Block | undefined {
  const { modules: around, block } = parseAddress(address)
  return modules.get(modulePath(around))?.blocks.get(block)
}

/** Whether the code of a resource is in the file and does not set an attribute. */
export function leavesOut(collected: Collected, kept: Kept, attribute: string): boolean {
  const code = codeOf(collected, kept)
  return code !== undefined && !code.sets.includes(`,${attribute},`)
}
