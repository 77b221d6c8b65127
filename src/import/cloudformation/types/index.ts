import type { Mapping } from '../../terraform/mapping.ts'

export const types: ReadonlyMap<string, Mapping> = new Map()
