import type { Mappings } from '../mapping.ts'

export const digitalocean: Mappings = {}
