import type { Engagement } from '../model/generated/engagement.ts'
import type { Infrastructure } from '../model/generated/infrastructure.ts'
import type { Document } from '../model/location.ts'
import type { Workspace } from '../model/workspace.ts'
import { type Asset, assetsOf } from './assets.ts'
import { type Component, componentsOf } from './components.ts'
import { type Entities, entitiesOf } from './entities.ts'
import { type EvidenceFile, evidenceFiles } from './evidence/files.ts'
import { type Login, loginsOf } from './evidence/logins.ts'
import { type Flow, flowsOf, graphOf } from './graph.ts'
import { grouped } from './grouped.ts'
import { type Families, familiesOf, type Holding, lineage } from './lineage.ts'
import { type PlacedPerson, peopleOf } from './personnel.ts'
import { Reader } from './reader.ts'
import { indexRegistry, type RegistryIndex } from './registry-index.ts'
import { Answers } from './remembered.ts'

/** One engagement, joined with the registry, with the way its data takes: what every kind of subject is derived from. */
export type Scene = {
  readonly document: Document<Engagement>
  readonly engagement: Engagement
  readonly reader: Reader
  readonly index: RegistryIndex
  readonly entities: Entities
  readonly components: readonly Component[]
  readonly component: (id: string) => Component | undefined
  readonly assets: ReadonlyMap<string, Asset>
  readonly flows: readonly Flow[]
  readonly flow: (id: string) => Flow | undefined
  /** The flows to one component or party. */
  readonly arriving: (node: string) => readonly Flow[]
  readonly people: readonly PlacedPerson[]
  readonly holdings: readonly Holding[]
  /** Which assets are made of which. */
  readonly families: Families
  /** The holdings of one component or party. */
  readonly heldBy: (node: string) => readonly Holding[]
  /** What infrastructure code is about to deploy, by file; none where no plan was given. */
  readonly plans: readonly Document<Infrastructure>[]
  /** The files that show who can log in. */
  readonly evidence: readonly EvidenceFile[]
  /** What they show of each login, by its name, in the order of the names. */
  readonly logins: ReadonlyMap<string, Login>
  /** What was found out of it so far. */
  readonly answers: Answers
}

export function sceneOf(workspace: Workspace): Scene {
  const document = workspace.engagement
  const engagement = document.value
  const reader = new Reader(document)
  const index = indexRegistry(workspace.registry)
  const entities = entitiesOf(engagement, reader, index)
  const components = componentsOf(engagement, reader, index, entities)
  const byId = new Map(components.map((one) => [one.id, one]))
  const assets = assetsOf(engagement, reader, index, entities, components)
  const flows = flowsOf(engagement, reader, entities, byId)
  const flowById = new Map(flows.map((one) => [one.id, one]))
  const graph = graphOf(components, flows, assets, inferenceNodes(engagement, components))
  const families = familiesOf(graph.assets)
  const holdings = lineage(graph, families)
  const evidence = evidenceFiles(workspace.accessEvidence, document, workspace.registry.firm)
  const held = grouped(holdings, (holding) => holding.node)
  const arriving = grouped(flows, (flow) => flow.to.id)
  return {
    document,
    engagement,
    reader,
    index,
    entities,
    components,
    component: (id) => byId.get(id),
    assets,
    flows,
    flow: (id) => flowById.get(id),
    arriving: (node) => arriving.get(node) ?? [],
    people: peopleOf(engagement, reader, index),
    holdings,
    families,
    heldBy: (node) => held.get(node) ?? [],
    plans: workspace.infrastructure,
    evidence,
    logins: loginsOf(evidence),
    answers: new Answers(),
  }
}

/** The components in which a model works on what is there. */
function inferenceNodes(engagement: Engagement, components: readonly Component[]): ReadonlySet<string> {
  const listed = new Set((engagement.aiUses ?? []).map((use) => use.component))
  return new Set(
    components.filter((one) => listed.has(one.id) || one.registered?.value.ai !== undefined).map((one) => one.id),
  )
}
