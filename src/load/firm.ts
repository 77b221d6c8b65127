import type { Config } from '../model/generated/config.ts'
import type { Firm } from '../model/generated/firm.ts'
import type { Document } from '../model/location.ts'
import { suggest } from '../text/nearest.ts'
import type { Loaded } from './documents.ts'
import type { Problems } from './rules/problems.ts'

/** The ids of the firms among the documents: those that extend no other. */
export function firmsIn(loaded: readonly Loaded[]): readonly string[] {
  return firmDocuments(loaded).flatMap(({ id, extends: base }) => (typeof base === 'string' ? [] : [id]))
}

/**
 * The documents without those of other firms than the one that the configuration names; all, where it names none. What
 * extends something that is not there is kept, so that it is reported.
 */
export function ofChosenFirm(
  loaded: readonly Loaded[],
  config: Document<Config> | undefined,
  known = loaded,
): readonly Loaded[] {
  const chosen = config?.value.firm
  if (chosen === undefined) return loaded
  const baseOf = new Map(firmDocuments(known).map(({ id, extends: base }) => [id, base]))
  const isOther = ({ id }: Firm): boolean => {
    const seen = new Set<string>()
    for (let next: string | undefined = id; next !== undefined && !seen.has(next); ) {
      if (next === chosen || !baseOf.has(next)) return false
      seen.add(next)
      const base = baseOf.get(next)
      next = typeof base === 'string' ? base : undefined
    }
    return true
  }
  return loaded.filter(({ kind, document }) => kind !== 'Firm' || !isOther(document.value as Firm))
}

/** Errors: REFERENCE_UNKNOWN, where the firm that the configuration names is none of those that there are. */
export function checkChosenFirm(config: Document<Config>, firms: readonly string[], problems: Problems): void {
  const { firm } = config.value
  if (firm === undefined || firms.includes(firm)) return
  const message = `There is no firm "${firm}"`
  problems.add(
    { document: config, pointer: ['firm'] },
    { code: 'REFERENCE_UNKNOWN', message, hint: suggest(firm, firms) },
  )
}

function firmDocuments(loaded: readonly Loaded[]): readonly Firm[] {
  return loaded.filter(({ kind }) => kind === 'Firm').map(({ document }) => document.value as Firm)
}
