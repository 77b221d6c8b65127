/** How much an input may ask for. Hostile files stop here, in bounded time and memory. */
export type Limits = {
  /** Size of one file. */
  readonly bytes: number
  /** Lines of one file. */
  readonly lines: number
  /** How deep mappings and lists may be nested, aliases followed. */
  readonly depth: number
  /** Tokens of one file of YAML: keys, values, punctuation, line breaks. A line has about seven. */
  readonly tokens: number
  /** Values of one file of JSON, which take far less than tokens do. */
  readonly values: number
  /** Documents of one file. */
  readonly documents: number
  /** Values that aliases of one document may repeat, all together. */
  readonly aliased: number
  /** Problems reported of one file; the others are counted. */
  readonly problems: number
}

export const defaultLimits: Limits = {
  bytes: 8 * 1024 * 1024,
  lines: 500_000,
  depth: 64,
  tokens: 200_000,
  values: 1_000_000,
  documents: 1000,
  aliased: 10_000,
  problems: 100,
}

/** Reports are written by the product itself, and those on large engagements have millions of values. */
export const reportLimits: Limits = {
  ...defaultLimits,
  bytes: 256 * 1024 * 1024,
  lines: 20_000_000,
  depth: 256,
  tokens: 20_000_000,
  values: 20_000_000,
}
