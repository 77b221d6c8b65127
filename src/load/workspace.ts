import type { Diagnostic } from '../model/diagnostic.ts'
import type { GivenWaiver } from '../model/exceptions.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { AccessEvidence } from '../model/generated/access-evidence.ts'
import type { Config } from '../model/generated/config.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import type { Infrastructure } from '../model/generated/infrastructure.ts'
import type { Document, SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { Rule, RulePack } from '../model/rule.ts'
import type { CompiledPacks, Shipped } from '../model/shipped.ts'
import type { Configuration, Registry, Workspace } from '../model/workspace.ts'
import { decode } from '../text/decode.ts'
import { digestOf, digestOfAll, digestOfBytes } from '../text/digest.ts'
import { loadConfig } from './config.ts'
import { configure, unconfigured } from './configure.ts'
import { checkContradictions } from './contradictions.ts'
import { atTop, type Loaded, loadDocuments, loadShipped, type Role } from './documents.ts'
import { checkChosenFirm, firmsIn, ofChosenFirm } from './firm.ts'
import { checkIds } from './ids.ts'
import { evidenceFor, importProblems } from './imported.ts'
import { namesOf } from './names.ts'
import { checkReferences } from './references.ts'
import { assembleRegistry, registryKinds } from './registry.ts'
import { addedInPlace } from './replacing.ts'
import { loadRulePacks, loadRuleTests, type RuleTests, restore } from './rules/index.ts'
import { collectProblems } from './rules/problems.ts'
import { loadWaivers } from './waivers.ts'

export type Sources = {
  /** What is to be checked: engagements, and registry documents that belong to them. */
  readonly files: readonly SourceFile[]
  /** The rules and the registry of the product. */
  readonly shipped: Shipped
  /** Rules and packs besides the shipped ones. */
  readonly rules: readonly SourceFile[]
  /** Registry documents besides the shipped ones. */
  readonly registry: readonly SourceFile[]
  /** The configuration. The rules and the registry that it names are among the above. */
  readonly config?: SourceFile
  /** Documents of kind Waivers. */
  readonly waivers?: readonly SourceFile[]
  /** Of kind Baseline: what it holds does not count towards the exit code. */
  readonly baseline?: SourceFile
  /** What infrastructure code is about to deploy, as it was imported. */
  readonly infrastructure?: readonly Document<Infrastructure>[]
  /** Who can log in, as it was imported. */
  readonly accessEvidence?: readonly Document<AccessEvidence>[]
  /** What is added takes the place of the shipped pack or registry document of the same id. */
  readonly replacing?: boolean
}

/** Problems of one engagement do not keep the others from being checked. */
export type LoadedWorkspaces = {
  readonly workspaces: readonly Workspace[]
  /** By file, line and column. */
  readonly problems: readonly Diagnostic[]
}

const ruleKinds = ['Rule', 'RulePack', 'RuleTests'] as const
const checked: Role = { kinds: ['Engagement', ...registryKinds], hint: hintFor }
const ruleFolder: Role = { kinds: ruleKinds, hint: hintFor }
const registryFolder: Role = { kinds: registryKinds, hint: hintFor }
const shippedRole: Role = { kinds: [...ruleKinds, ...registryKinds], hint: () => 'Remove it.' }

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

/** The rules and the registry alone, for who only wants to look something up. */
export type Library = {
  readonly registry: Registry
  /** What counts of the packs. */
  readonly packs: readonly RulePack[]
  /** All of them, as they were written. */
  readonly allPacks: readonly RulePack[]
  readonly configuration: Configuration
}

export async function loadLibrary(sources: Omit<Sources, 'files'>): Promise<Result<Library, Diagnostic>> {
  const { registry, packs, problems } = await loadBase({ ...sources, files: [] })
  if (problems.length > 0 || !registry.ok || !packs.ok) return failed(inOrder(problems))
  return ok({ registry: registry.value, ...packs.value })
}

/** Rules with their tests, and the documents in which they stand, for places. */
export type TestedLibrary = Library & {
  readonly suites: readonly RuleTests[]
  /** Of kind Rule, RulePack and RuleTests. */
  readonly documents: readonly Document[]
}

/**
 * The rules and the tests among the files, besides the shipped ones: a pack or a rule among the files takes the place of
 * the shipped one with its id, as in a working copy of it.
 */
export async function loadTestedLibrary(sources: Sources): Promise<Result<TestedLibrary, Diagnostic>> {
  const own = new Set(sources.files.map(({ path }) => path))
  const rules = [...sources.rules.filter(({ path }) => !own.has(path)), ...sources.files]
  const base = await loadBase({ ...sources, files: [], rules, replacing: true })
  return tested(base, base.tests, ({ file }) => own.has(file))
}

/** The rules, the registry and the tests that stand beside the rules. `shippedTests`: those of the shipped rules. */
export async function loadTested(
  sources: Omit<Sources, 'files'> & { readonly shippedTests: Shipped['files'] },
): Promise<Result<TestedLibrary, Diagnostic>> {
  const base = await loadBase({ ...sources, files: [] })
  const shipped = await loadShipped(sources.shippedTests, shippedRole)
  base.problems.push(...shipped.problems)
  return tested(base, [...shipped.documents, ...base.tests])
}

/** Rules with those of their tests that count; places are kept of all. */
function tested(
  { registry, packs, rules, problems }: Base,
  tests: readonly Loaded[],
  counts: (test: Document) => boolean = () => true,
): Result<TestedLibrary, Diagnostic> {
  if (problems.length > 0 || !registry.ok || !packs.ok) return failed(inOrder(problems))
  const documents = tests.map(({ document }) => document)
  const suites = loadRuleTests(documents.filter(counts), packs.value.allPacks, factCatalogue)
  if (!suites.ok) return suites
  const all = [...rules.map(({ document }) => document), ...documents]
  return ok({ registry: registry.value, ...packs.value, suites: suites.value, documents: all })
}

/** Reads and checks everything that checks need, down to the last reference. */
export async function loadWorkspaces(sources: Sources): Promise<LoadedWorkspaces> {
  const { shipped, config, files, rules, known, shared, registry: base, packs, problems } = await loadBase(sources)
  const { infrastructure = [] } = sources
  const exceptions = await loadWaivers(sources.waivers ?? [])
  problems.push(...exceptions.problems)
  const engagements = files.filter(({ kind }) => kind === 'Engagement')
  if (engagements.length === 0 && problems.length === 0) problems.push(noEngagement(sources.files))
  const misplaced = importProblems(
    sources,
    engagements.map(({ document }) => document as Document<Engagement>),
  )
  if (misplaced.length > 0) return { workspaces: [], problems: inOrder([...problems, ...misplaced]) }
  const workspaces: Workspace[] = []
  // A rule or a fact that could not be read may be what decides, and so may what stands beside an engagement.
  const broken = new Set(problems.map(({ at }) => at?.file))
  const configs = sources.config === undefined ? [] : [sources.config]
  const common = [sources.shipped.files, sources.rules, sources.registry, configs, sources.waivers ?? []].flat()
  const telling = common.every(({ path }) => !broken.has(path))
  for (const { document } of packs.ok && telling ? engagements : []) {
    if (broken.has(document.file)) continue
    const beside = files.filter((one) => one.kind !== 'Engagement' && one.document.file === document.file)
    const own = ofChosenFirm(beside, config, [...known, ...beside])
    const engagement = document as Document<Engagement>
    const complete = own.length === 0 ? base : assemble([...shared, ...own])
    const found = complete.ok ? problemsOf(engagement, complete.value) : complete.problems
    problems.push(...found)
    if (!complete.ok || found.length > 0 || !packs.ok) continue
    const accessEvidence = evidenceFor(engagement, sources, engagements.length === 1)
    workspaces.push({
      engagement,
      text: textOf(sources.files, document.file),
      registry: placed(complete.value, shipped),
      packs: packs.value.packs,
      configuration: packs.value.configuration,
      waivers: exceptions.waivers.filter((one) => isFor(one, engagement.value.id)),
      infrastructure,
      accessEvidence,
      digests: {
        descriptor: digestOf(engagement.value),
        descriptorFile: digestOfBytes(bytesOf(sources.files, document.file)),
        rules: digestOfAll(rules.map(({ digest }) => digest)),
        registry: digestOfAll([...shared.filter(isOfRegistry), ...own].map(({ digest }) => digest)),
        config: digestOf(config?.value ?? []),
        waivers: digestOfAll(exceptions.digests),
        ...(infrastructure.length === 0 ? {} : { infrastructure: digestOfImported(infrastructure) }),
        ...(accessEvidence.length === 0 ? {} : { evidence: digestOfImported(accessEvidence) }),
      },
    })
  }
  return { workspaces, problems: inOrder(problems) }
}

/** What all engagements of a run share. */
type Base = {
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
  readonly packs: Result<Pick<Library, 'packs' | 'allPacks' | 'configuration'>, Diagnostic>
  readonly problems: Diagnostic[]
}

async function loadBase(sources: Sources): Promise<Base> {
  const config = sources.config === undefined ? undefined : await loadConfig(sources.config)
  const settings = config?.ok ? config.value : undefined
  const added = await loadDocuments(sources.rules, ruleFolder)
  const extended = await loadDocuments(sources.registry, registryFolder)
  const all = await loadShipped(sources.shipped.files, shippedRole)
  const brought = [...added.documents, ...extended.documents]
  const shipped = sources.replacing ? addedInPlace(all.documents, brought) : all.documents
  const files = await loadDocuments(sources.files, checked)
  const problems = [all, added, extended, files].flatMap((loaded) => loaded.problems)
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
    problems,
  }
}

/** What counts of the packs. A rule of a shipped pack's own file is shipped, and so is one that took its place. */
function configured(
  packs: readonly RulePack[],
  config: Document<Config> | undefined,
  shipped: readonly Loaded[],
): Base['packs'] {
  if (config === undefined) return ok({ packs, allPacks: packs, configuration: unconfigured })
  const ids = new Set(shipped.map(({ document }) => (document.value as { readonly id?: string }).id))
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

function assemble(loaded: readonly Loaded[]): ReturnType<typeof assembleRegistry> {
  const trusted = new Set(loaded.filter((one) => one.trusted).map(({ document }) => document))
  return assembleRegistry(
    loaded.map(({ document }) => document),
    (document) => trusted.has(document),
  )
}

/** Rules of one's own may name a condition or a control of a shipped pack, so with any of them all are checked. */
function loadPacks(
  loaded: readonly Loaded[],
  registry: Registry,
  compiled: CompiledPacks | undefined,
): ReturnType<typeof loadRulePacks> {
  const documents = loaded.map(({ document }) => document)
  if (compiled !== undefined) return ok(restore(compiled, documents))
  return loadRulePacks(documents, factCatalogue, namesOf(registry).sources)
}

function problemsOf(engagement: Document<Engagement>, registry: Registry): readonly Diagnostic[] {
  const problems = collectProblems()
  const names = namesOf(registry)
  checkIds(engagement, problems)
  checkReferences(engagement, registry, names, problems)
  checkContradictions(engagement, names, problems)
  return problems.list()
}

/** Problems have been told where they are; from here on, shipped documents are placed at the top of their files. */
function placed(registry: Registry, shipped: readonly Loaded[]): Registry {
  const files = new Set(shipped.map(({ document }) => document.file))
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

/** One that names engagements by a pattern is told in all of them that it lifts nothing. */
function isFor({ engagement }: GivenWaiver, id: string): boolean {
  return engagement === id || engagement.includes('*')
}

/** Of the bytes of imported files; of what a document says that somebody wrote. */
function digestOfImported(documents: readonly Document<{ readonly digest?: string }>[]): string {
  return digestOfAll(documents.map(({ value }) => value.digest ?? digestOf(value)))
}

function textOf(files: readonly SourceFile[], path: string): string {
  const text = decode({ path, bytes: bytesOf(files, path) })
  return text.ok ? text.value : ''
}

function bytesOf(files: readonly SourceFile[], path: string): Uint8Array {
  return files.find((one) => one.path === path)?.bytes ?? new Uint8Array()
}

function noEngagement(files: readonly SourceFile[]): Diagnostic {
  const message = files.length === 0 ? 'There is nothing to check' : 'No document of kind "Engagement" is in the files'
  const hint = 'Name a file with a descriptor: a document with "kind: Engagement".'
  const [first] = files
  if (first === undefined) return { code: 'NO_INPUT', message, hint }
  return { code: 'NO_INPUT', message, hint, at: { file: first.path, line: 1, column: 1, endLine: 1, endColumn: 1 } }
}

/** By place, each once: two engagements meet the same problem of a shared document. */
function inOrder(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map(
    problems.map((problem) => [JSON.stringify([problem.code, problem.message, problem.at]), problem]),
  )
  return [...once.values()].sort(
    ({ at: one }, { at: other }) =>
      compare(one?.file ?? '', other?.file ?? '') ||
      (one?.line ?? 0) - (other?.line ?? 0) ||
      (one?.column ?? 0) - (other?.column ?? 0),
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
