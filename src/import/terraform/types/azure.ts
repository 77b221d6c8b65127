import type { Mappings } from '../mapping.ts'
import { ai } from './azure/ai.ts'
import { applications } from './azure/applications.ts'
import { compute } from './azure/compute.ts'
import { data } from './azure/data.ts'
import { identity } from './azure/identity.ts'
import { monitoring } from './azure/monitoring.ts'
import { plumbing } from './azure/plumbing.ts'
import { sql } from './azure/sql.ts'
import { storage } from './azure/storage.ts'

/**
 * The types of `hashicorp/azurerm` and `hashicorp/azuread`. Those of `azure/azapi` are not here: what they deploy is in a
 * body of the customer's own, so that they are listed as unmapped.
 */
export const azure: Mappings = {
  ...plumbing,
  ...identity,
  ...storage,
  ...sql,
  ...data,
  ...compute,
  ...applications,
  ...ai,
  ...monitoring,
}
