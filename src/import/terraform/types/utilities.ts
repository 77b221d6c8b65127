import type { Mappings } from '../mapping.ts'

export const utilities: Mappings = {}
