/** True or false if certain, otherwise nothing. */
export type Perhaps = boolean | undefined

/** True if any is, false if all are. */
export const anyOf = (all: readonly Perhaps[]): Perhaps =>
  all.includes(true) ? true : all.includes(undefined) ? undefined : false

/** False if any is, true if all are. */
export const allOf = (...all: readonly Perhaps[]): Perhaps =>
  all.includes(false) ? false : all.includes(undefined) ? undefined : true

export const not = (one: Perhaps): Perhaps => (one === undefined ? undefined : !one)

/** What may be so only if something holds that nobody knows. */
export const atMost = (one: Perhaps): Perhaps => (one === false ? false : undefined)
