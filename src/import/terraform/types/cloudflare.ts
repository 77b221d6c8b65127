import type { Mappings } from '../mapping.ts'

export const cloudflare: Mappings = {}
