import type { Values } from './subjects.ts'

/** The functions by the ids of the rules, given how dates are compared. */
export function rules(given: Readonly<Record<string, unknown>>): Readonly<Record<string, (f: Values) => number>>
