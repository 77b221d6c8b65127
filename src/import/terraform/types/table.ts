import type { Mapping, Mappings } from '../mapping.ts'

/** The same mapping for several types of one provider. */
export const each = (prefix: string, names: readonly string[], mapping: Mapping): Mappings =>
  Object.fromEntries(names.map((name) => [`${prefix}_${name}`, mapping]))

/** Types that hold no data of their own: what they set is read of what they belong to, or says nothing of data. */
export const supporting = (prefix: string, names: readonly string[]): Mappings =>
  each(prefix, names, { service: 'none', region: 'global' })
