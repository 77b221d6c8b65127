import type { DataPath } from '../../model/fact.ts'
import type { Architecture } from '../../model/generated/report.ts'
import { isEncrypted, keyHoldersOf, type Protection } from '../assets.ts'

export const formWords = (protection: Protection): string => {
  if (!isEncrypted(protection)) return protection === 'unassessed' ? 'anonymised, not assessed' : protection
  const holders = keyHoldersOf(protection)
  return holders === undefined ? 'encrypted, keys not stated' : `encrypted, keys with ${holders.join(', ') || 'nobody'}`
}

export const pathRow = (path: DataPath): Architecture['holdings'][number]['path'] => ({
  asset: path.asset,
  steps: path.steps.map((step) => ({ ...step })),
})
