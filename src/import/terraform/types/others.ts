import type { Mappings } from '../mapping.ts'
import { datadog } from './others/datadog.ts'
import { exoscale } from './others/exoscale.ts'
import { github } from './others/github.ts'
import { hetzner } from './others/hetzner.ts'
import { ovh } from './others/ovh.ts'
import { scaleway } from './others/scaleway.ts'

/** Types of resources of further providers: mostly what they are and where they run. */
export const others: Mappings = { ...hetzner, ...ovh, ...scaleway, ...exoscale, ...datadog, ...github }
