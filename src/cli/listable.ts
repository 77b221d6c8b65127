/** What `douane list` can list; apart, so that help costs nothing else. */
export const listable = [
  'providers',
  'regions',
  'packs',
  'rules',
  'facts',
  'controls',
  'registry',
  'defects',
  'not-encoded',
] as const

export type Listable = (typeof listable)[number]
