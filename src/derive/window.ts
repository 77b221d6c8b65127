/** The hours of `PT48H` or `P2D`; undefined for `none`. */
export function hoursOf(window: string): number | undefined {
  const [, hours, days] = /^P(?:T(\d+)H|(\d+)D)$/.exec(window) ?? []
  if (hours !== undefined) return Number(hours)
  return days === undefined ? undefined : Number(days) * 24
}
