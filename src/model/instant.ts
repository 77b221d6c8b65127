/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/**
 * When something happened, as far as it was stated: somewhere in `from <= t < to`, or exactly at `from` where both are
 * equal. A bare date is its whole day in UTC; an instant is a point.
 */
export type Moment = {
  readonly from: Instant
  readonly to: Instant
  /** Set when only the date was stated: calendar periods then count in days. */
  readonly dateOnly: boolean
  /** As it was written, for messages. */
  readonly text: string
}

/** A length of time known to lie within `from <= d <= to`, in milliseconds. */
export type Span = {
  readonly from: number
  readonly to: number
  readonly text: string
}
