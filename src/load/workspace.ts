import type { Diagnostic } from '../model/diagnostic.ts'
import type { GivenWaiver } from '../model/exceptions.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import type { Document, SourceFile } from '../model/location.ts'
import { once } from '../model/once.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { RulePack } from '../model/rule.ts'
import type { Shipped } from '../model/shipped.ts'
import type { Configuration, Registry, Workspace } from '../model/workspace.ts'
import { decode } from '../text/decode.ts'
import { digestOf, digestOfAll, digestOfBytes } from '../text/digest.ts'
import { assemble, type Base, checked, digestOfRegistry, isTelling, loadBase, placed, shippedRole } from './base.ts'
import { checkContradictions } from './contradictions.ts'
import { type Loaded, type LoadedFiles, loadDocuments, loadShipped } from './documents.ts'
import { ofChosenFirm } from './firm.ts'
import { checkIds } from './ids.ts'
import { evidenceFor, importProblems } from './imported.ts'
import { namesOf } from './names.ts'
import { checkReferences } from './references.ts'
import { loadRuleTests, type RuleTests } from './rules/index.ts'
import { collectProblems } from './rules/problems.ts'
import type { Sources } from './sources.ts'

export type { Sources } from './sources.ts'

/** Problems of one engagement do not keep the others from being checked. */
export type LoadedWorkspaces = {
  readonly workspaces: readonly Workspace[]
  /** By file, line and column. */
  readonly problems: readonly Diagnostic[]
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
  const base = await loadBase(sources)
  const problems = [...base.problems]
  const engagements = base.files.filter(({ kind }) => kind === 'Engagement')
  if (engagements.length === 0 && problems.length === 0) problems.push(noEngagement(sources.files))
  problems.push(
    ...importProblems(
      sources,
      engagements.map(({ document }) => document as Document<Engagement>),
    ),
  )
  if (!isTelling(base, sources) || problems.some(({ code }) => code === 'FLAG_INVALID'))
    return { workspaces: [], problems: inOrder(problems) }
  const found = workspacesFor(base, { documents: base.files, problems }, sources)
  return { workspaces: found.workspaces, problems: inOrder([...problems, ...found.problems]) }
}

/** The rules and the registry, read and checked once for the engagements of many files. */
export type OpenLibrary = {
  /** What is wrong with what the engagements share. */
  readonly problems: readonly Diagnostic[]
  /** Nothing is concluded of any engagement, because of these problems. */
  readonly closed: boolean
  /** Reads the engagements of one file; the problems are those of that file alone. */
  readonly open: (file: SourceFile) => Promise<LoadedWorkspaces>
}

/** `sources.files`: registry documents that serve every engagement; what is to be checked is opened later. */
export async function openLibrary(sources: Sources): Promise<OpenLibrary> {
  const base = await loadBase(sources)
  const open = async (file: SourceFile): Promise<LoadedWorkspaces> => {
    const loaded = await loadDocuments([file], checked)
    const problems = [...loaded.problems]
    if (!loaded.documents.some(({ kind }) => kind === 'Engagement') && problems.length === 0) {
      problems.push(noEngagement([file]))
    }
    const found = workspacesFor(base, { documents: loaded.documents, problems }, { ...sources, files: [file] })
    return { workspaces: found.workspaces, problems: inOrder([...problems, ...found.problems]) }
  }
  return { problems: inOrder(base.problems), closed: !isTelling(base, sources), open }
}

/** A workspace for each engagement of some files with which nothing is wrong; what stands beside one may decide, too. */
function workspacesFor(base: Base, loaded: LoadedFiles, sources: Sources): LoadedWorkspaces {
  const { config, known, shared, packs } = base
  const { infrastructure = [] } = sources
  const problems: Diagnostic[] = []
  const alone = loaded.documents.filter(({ kind }) => kind === 'Engagement').length < 2
  const workspaces: Workspace[] = []
  const broken = new Set(loaded.problems.map(({ at }) => at?.file))
  for (const one of loaded.documents) {
    const { document, kind } = one
    if (kind !== 'Engagement' || broken.has(document.file) || !packs.ok) continue
    const beside = loaded.documents.filter((one) => one.kind !== 'Engagement' && one.document.file === document.file)
    const own = ofChosenFirm(beside, config, [...known, ...beside])
    const engagement = document as Document<Engagement>
    const complete = own.length === 0 ? base.registry : assemble([...shared, ...own])
    const found = complete.ok ? problemsOf(engagement, complete.value) : complete.problems
    problems.push(...found)
    if (!complete.ok || found.length > 0) continue
    const file = sources.files.find(({ path }) => path === document.file)
    // Of its own: whoever gave the bytes may write others there before a digest is asked for.
    const bytes = new Uint8Array(file?.bytes ?? [])
    const accessEvidence = evidenceFor(engagement, sources, alone)
    workspaces.push({
      engagement,
      text: textOf(file),
      ...(file?.line === undefined ? {} : { line: file.line }),
      registry: own.length === 0 ? base.placed() : placed(complete.value, base.shipped),
      packs: packs.value.packs,
      configuration: packs.value.configuration,
      waivers: base.exceptions.waivers.filter((one) => isFor(one, engagement.value.id)),
      infrastructure,
      accessEvidence,
      digests: once(() => ({
        descriptor: one.digest,
        descriptorFile: digestOfBytes(bytes),
        rules: base.digests().rules,
        registry: own.length === 0 ? base.digests().registry : digestOfRegistry([...shared, ...own]),
        config: digestOf(config?.value ?? []),
        waivers: base.digests().waivers,
        ...(infrastructure.length === 0 ? {} : { infrastructure: digestOfImported(infrastructure) }),
        ...(accessEvidence.length === 0 ? {} : { evidence: digestOfImported(accessEvidence) }),
      })),
    })
  }
  return { workspaces, problems }
}

function problemsOf(engagement: Document<Engagement>, registry: Registry): readonly Diagnostic[] {
  const problems = collectProblems()
  const names = namesOf(registry)
  checkIds(engagement, registry, problems)
  checkReferences(engagement, registry, names, problems)
  checkContradictions(engagement, names, problems)
  return problems.list()
}

/** One that names engagements by a pattern is told in all of them that it lifts nothing. */
function isFor({ engagement }: GivenWaiver, id: string): boolean {
  return engagement === id || engagement.includes('*')
}

/** Of the bytes of imported files; of what a document says that somebody wrote. */
function digestOfImported(documents: readonly Document<{ readonly digest?: string }>[]): string {
  return digestOfAll(documents.map(({ value }) => value.digest ?? digestOf(value)))
}

function textOf(file: SourceFile | undefined): string {
  const text = file === undefined ? undefined : decode(file)
  return text?.ok ? text.value : ''
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
