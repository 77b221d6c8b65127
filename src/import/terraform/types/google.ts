import type { Mappings } from '../mapping.ts'

export const google: Mappings = {}
