import type { Instant } from '../model/instant.ts'

/** `2026-03-01T00:00:00Z`; milliseconds only where there are any. */
export function isoInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
