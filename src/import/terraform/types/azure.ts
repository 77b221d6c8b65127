import type { Mappings } from '../mapping.ts'

export const azure: Mappings = {}
