import type { Mappings } from '../mapping.ts'

export const aws: Mappings = {}
