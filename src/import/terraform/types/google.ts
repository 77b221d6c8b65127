import type { Mappings } from '../mapping.ts'
import { ai } from './google/ai.ts'
import { compute } from './google/compute.ts'
import { databases } from './google/databases.ts'
import { identity } from './google/identity.ts'
import { logging } from './google/logging.ts'
import { messaging } from './google/messaging.ts'
import { plumbing } from './google/plumbing.ts'
import { serverless } from './google/serverless.ts'
import { sql } from './google/sql.ts'
import { storage } from './google/storage.ts'

/** The types of `hashicorp/google` and `hashicorp/google-beta`. */
export const google: Mappings = {
  ...plumbing,
  ...storage,
  ...sql,
  ...databases,
  ...compute,
  ...serverless,
  ...messaging,
  ...ai,
  ...identity,
  ...logging,
}
