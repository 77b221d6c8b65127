import { type RegistryIndex, registryOrigin } from './registry-index.ts'
import { known, unknown, type Value } from './value.ts'

/** Evidence on support that the firm keeps once for all engagements. */
export function firmSupportAccess(index: RegistryIndex, provider: string): Value<readonly string[]> {
  for (const document of index.firms) {
    const at = (document.value.supportAccess ?? []).findIndex((one) => one.provider === provider)
    const row = document.value.supportAccess?.[at]
    if (row !== undefined) {
      return known(
        row.places,
        registryOrigin(document, ['supportAccess', at], `support access of ${provider}`, {
          source: [row.evidence],
          checkedOn: row.checkedOn,
          reviewBy: oneYearAfter(row.checkedOn),
        }),
      )
    }
  }
  return unknown()
}

/** Evidence of the firm is looked at again each year, as its pages promise for its providers. */
const oneYearAfter = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
