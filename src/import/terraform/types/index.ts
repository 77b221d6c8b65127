import type { Mapping } from '../mapping.ts'
import { aws } from './aws.ts'
import { azure } from './azure.ts'
import { cloudflare } from './cloudflare.ts'
import { digitalocean } from './digitalocean.ts'
import { google } from './google.ts'
import { others } from './others.ts'
import { utilities } from './utilities.ts'

/** Every type of resource that is known, by its name. */
export const mappings: ReadonlyMap<string, Mapping> = new Map(
  [aws, google, azure, digitalocean, cloudflare, others, utilities].flatMap((table) => Object.entries(table)),
)
