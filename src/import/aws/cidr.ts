/** How many bits of an address a range fixes; `undefined` for what is no range. */
export function prefixLength(range: string): number | undefined {
  const [, address = '', bits] = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(range) ?? []
  const most = address.includes(':') ? 128 : /^\d{1,3}(\.\d{1,3}){3}$/.test(address) ? 32 : undefined
  if (most === undefined) return undefined
  const length = bits === undefined ? most : Number(bits)
  return length <= most ? length : undefined
}

/** Whether a range is the whole internet; `undefined` for one so wide that a few of them are, and for what is no range. */
export function isEverywhere(range: string): boolean | undefined {
  const length = prefixLength(range)
  if (length === undefined) return undefined
  if (length === 0) return true
  return length < (range.includes(':') ? 16 : 8) ? undefined : false
}
