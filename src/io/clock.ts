import type { Instant } from '../model/instant.ts'

/** The present, for an as-of that nobody stated. The core never reads it. */
export function now(): Instant {
  return Date.now()
}
