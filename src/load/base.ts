import type { Diagnostic } from '../model/diagnostic.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { Config } from '../model/generated/config.ts'
import type { Document } from '../model/location.ts'
import { once } from '../model/once.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { Rule, RulePack } from '../model/rule.ts'
import type { CompiledPacks } from '../model/shipped.ts'
import type { Configuration, Registry } from '../model/workspace.ts'
import { digestOfAll } from '../text/digest.ts'
import { loadConfig } from './config.ts'
import { configure, unconfigured } from './configure.ts'
import { atTop, idOf, type Loaded, loadDocuments, loadShipped, type Role } from './documents.ts'
import { checkChosenFirm, firmsIn, ofChosenFirm } from './firm.ts'
import { namesOf } from './names.ts'
import { assembleRegistry, registryKinds } from './registry.ts'
import { addedInPlace } from './replacing.ts'
import { loadRulePacks, restore } from './rules/index.ts'
import { collectProblems } from './rules/problems.ts'
import type { Sources } from './sources.ts'
import { type LoadedWaivers, loadWaivers } from './waivers.ts'

const ruleKinds = ['Rule', 'RulePack', 'RuleTests'] as const
const ruleFolder: Role = { kinds: ruleKinds, hint: hintFor }
const registryFolder: Role = { kinds: registryKinds, hint: hintFor }
export const checked: Role = { kinds: ['Engagement', ...registryKinds], hint: hintFor }
export const shippedRole: Role = { kinds: [...ruleKinds, ...registryKinds], hint: () => 'Remove it.' }

function hintFor(kind: string): string {
  if (kind === 'Config') return 'Leave it out, and name it with --config where it is not found by itself.'
  if (kind === 'Bundle') return 'Leave it out: `douane verify` reads it.'
  if (kind === 'Waivers') return 'Give it with --waivers.'
  if (kind === 'Baseline') return 'Give it with --baseline.'
  if (kind === 'Report') return 'Leave it out: a Report is what a check gives.'
  if (kind === 'Infrastructure') return 'Give it with --plan.'
  if (kind === 'AccessEvidence') return 'Give it with --evidence.'
  if (ruleKinds.some((one) => one === kind)) return 'Give it with --rules.'
  return registryKinds.some((one) => one === kind) ? 'Give it with --registry.' : 'Give it with the files to check.'
}

/** Packs that count, and all of them, as they were written. */
type Packs = {
  readonly packs: readonly RulePack[]
  readonly allPacks: readonly RulePack[]
  readonly configuration: Configuration
}

/** What all engagements of a run share. */
export type Base = {
  readonly shipped: readonly Loaded[]
  readonly config?: Document<Config>
  readonly files: readonly Loaded[]
  readonly rules: readonly Loaded[]
  readonly tests: readonly Loaded[]
  /** The registry, with the documents of every firm. */
  readonly known: readonly Loaded[]
  /** The same without firms that do not count. */
  readonly shared: readonly Loaded[]
  readonly registry: ReturnType<typeof assemble>
  readonly packs: Result<Packs, Diagnostic>
  readonly exceptions: LoadedWaivers
  readonly problems: Diagnostic[]
  /** The registry as engagements see it that bring nothing of their own; one object for all of them. */
  readonly placed: () => Registry
  readonly digests: () => { readonly rules: string; readonly registry: string; readonly waivers: string }
}

export async function loadBase(sources: Sources): Promise<Base> {
  const config = sources.config === undefined ? undefined : await loadConfig(sources.config)
  const settings = config?.ok ? config.value : undefined
  const added = await loadDocuments(sources.rules, ruleFolder)
  const extended = await loadDocuments(sources.registry, registryFolder)
  const all = await loadShipped(sources.shipped.files, shippedRole)
  const brought = [...added.documents, ...extended.documents]
  const shipped = sources.replacing ? addedInPlace(all.documents, brought) : all.documents
  const files = await loadDocuments(sources.files, checked)
  const exceptions = await loadWaivers(sources.waivers ?? [])
  const problems = [all, added, extended, files, exceptions].flatMap((loaded) => loaded.problems)
  if (config !== undefined && !config.ok) problems.push(...config.problems)
  const withEngagement = new Set(files.documents.filter(({ kind }) => kind === 'Engagement').map(fileOf))
  // What stands beside an engagement belongs to it alone; a file without one serves them all.
  const common = files.documents.filter((one) => !withEngagement.has(fileOf(one)))
  const known = [...shipped, ...extended.documents, ...common]
  const shared = ofChosenFirm(known, settings)
  const rules = [...shipped, ...added.documents].filter(({ kind }) => kind === 'Rule' || kind === 'RulePack')
  const choice = collectProblems()
  if (settings !== undefined) checkChosenFirm(settings, firmsIn(known), choice)
  problems.push(...choice.list())
  const registry = assemble(shared)
  const compiled = sources.rules.length === 0 ? sources.shipped.packs : undefined
  const written = registry.ok ? loadPacks(rules, registry.value, compiled) : registry
  const packs = written.ok ? configured(written.value, settings, all.documents) : written
  problems.push(...(packs.ok ? [] : packs.problems))
  return {
    shipped,
    ...(settings === undefined ? {} : { config: settings }),
    files: files.documents,
    rules,
    tests: added.documents.filter(({ kind }) => kind === 'RuleTests'),
    known,
    shared,
    registry,
    packs,
    exceptions,
    problems,
    placed: once(() => {
      if (!registry.ok) throw new Error('a registry that could not be read')
      return placed(registry.value, shipped)
    }),
    digests: once(() => ({
      rules: digestOfAll(rules.map(({ digest }) => digest)),
      registry: digestOfRegistry(shared),
      waivers: digestOfAll(exceptions.digests),
    })),
  }
}

/** Whether anything can be concluded: a rule, a fact or a waiver that could not be read may be what decides. */
export function isTelling({ packs, problems }: Base, sources: Sources): boolean {
  const broken = new Set(problems.map(({ at }) => at?.file))
  const configs = sources.config === undefined ? [] : [sources.config]
  const shared = [sources.shipped.files, sources.rules, sources.registry, configs, sources.waivers ?? []].flat()
  return packs.ok && shared.every(({ path }) => !broken.has(path))
}

export function digestOfRegistry(loaded: readonly Loaded[]): string {
  return digestOfAll(loaded.filter(isOfRegistry).map(({ digest }) => digest))
}

/** What counts of the packs. A rule of a shipped pack's own file is shipped, and so is one that took its place. */
function configured(
  packs: readonly RulePack[],
  config: Document<Config> | undefined,
  shipped: readonly Loaded[],
): Base['packs'] {
  if (config === undefined) return ok({ packs, allPacks: packs, configuration: unconfigured })
  const ids = new Set(shipped.map(idOf))
  const isShipped = ({ id }: Rule): boolean => ids.has(id)
  const { firm } = config.value
  const otherFirm = firm !== undefined && !firmsIn(shipped).includes(firm)
  const problems = collectProblems()
  const { packs: counting, configuration } = configure({ packs, isShipped, otherFirm }, config, problems)
  const found = problems.list()
  return found.length > 0 ? failed(found) : ok({ packs: counting, allPacks: packs, configuration })
}

function fileOf({ document }: Loaded): string {
  return document.file
}

function isOfRegistry({ kind }: Loaded): boolean {
  return registryKinds.some((one) => one === kind)
}

export function assemble(loaded: readonly Loaded[]): ReturnType<typeof assembleRegistry> {
  return assembleRegistry(loaded.filter(isOfRegistry))
}

/** Rules of one's own may name a condition or a control of a shipped pack, so with any of them all are checked. */
function loadPacks(
  loaded: readonly Loaded[],
  registry: Registry,
  compiled: CompiledPacks | undefined,
): ReturnType<typeof loadRulePacks> {
  if (compiled !== undefined) return ok(restore(compiled, new Map(loaded.map((one) => [idOf(one), one.document]))))
  return loadRulePacks(
    loaded.map(({ document }) => document),
    factCatalogue,
    namesOf(registry).sources,
  )
}

/**
 * Problems have been told where they are; from here on, shipped documents are placed at the top of their files, as those
 * are that were checked with the product.
 */
export function placed(registry: Registry, shipped: readonly Loaded[]): Registry {
  const written = shipped.filter(({ trusted }) => !trusted)
  if (written.length === 0) return registry
  const files = new Set(written.map(({ document }) => document.file))
  const each = <T>(documents: readonly Document<T>[]) =>
    documents.map((document) => (files.has(document.file) ? atTop(document) : document))
  return {
    providers: each(registry.providers),
    firm: each(registry.firm),
    jurisdictions: each(registry.jurisdictions),
    regions: each(registry.regions),
    vocabulary: each(registry.vocabulary),
    sources: each(registry.sources),
  }
}
