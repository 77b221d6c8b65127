import type { FactDefinition } from '../fact.ts'

type Origin = FactDefinition['origin']

/** How a choice reads in a sentence; see `FactDefinition`. */
type Wording = Pick<FactDefinition, 'says' | 'words'>

/**
 * A yes-or-no fact; the label completes 'whether ...'. `negative` says the contrary where a 'not' behind its verb does
 * not: tests/author/golden/statements.txt lists what comes of each.
 */
export const flag = <const O extends Origin>(label: string, origin: O, negative?: string) =>
  ({ type: 'boolean', label, origin, ...(negative === undefined ? {} : { negative }) }) as const

/** One of the listed values. */
export const choice = <const V extends readonly string[]>(
  label: string,
  values: V,
  origin: Origin,
  wording?: Wording,
) => ({ type: 'enum', label, values, origin, ...wording }) as const

/** Any number of the listed values. */
export const choices = <const V extends readonly string[]>(
  label: string,
  values: V,
  origin: Origin,
  wording?: Wording,
) => ({ type: 'set', label, values, origin, ...wording }) as const

/** How many there are. */
export const count = (label: string, unit: string) =>
  ({ type: 'number', label, unit, whole: true, origin: 'derived' }) as const

/** A quantity that need not be whole. */
export const measure = (label: string) => ({ type: 'number', label, origin: 'derived' }) as const

/** A day or an instant. */
export const moment = (label: string, origin: Origin) => ({ type: 'moment', label, origin }) as const

/** A length of time between two moments. */
export const span = (label: string) => ({ type: 'span', label, origin: 'derived' }) as const

/** A fact that counts some things, or says yes or no of one; the others say of which. */
export const about = <const D extends FactDefinition, const N extends readonly string[]>(definition: D, ...of: N) =>
  ({ ...definition, about: of }) as const

/** Words for messages; no condition reads them. */
export const text = (label: string, origin: Origin = 'derived') => ({ type: 'text', label, origin }) as const
export const texts = (label: string, origin: Origin = 'derived') => ({ type: 'texts', label, origin }) as const
