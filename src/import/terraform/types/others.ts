import type { Mappings } from '../mapping.ts'

export const others: Mappings = {}
