import type { Mappings } from '../mapping.ts'
import { ai } from './aws/ai.ts'
import { compute } from './aws/compute.ts'
import { databases } from './aws/databases.ts'
import { edge } from './aws/edge.ts'
import { securityGroups } from './aws/exposure.ts'
import { identity } from './aws/identity.ts'
import { logs } from './aws/logs.ts'
import { plumbing } from './aws/plumbing.ts'
import { s3 } from './aws/s3.ts'
import { search } from './aws/search.ts'
import { stores } from './aws/stores.ts'

export const aws: Mappings = {
  ...plumbing,
  ...s3,
  ...databases,
  ...search,
  ...compute,
  ...stores,
  ...securityGroups,
  ...edge,
  ...logs,
  ...ai,
  ...identity,
}
