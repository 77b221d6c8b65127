import type { Diagnostic } from '../model/diagnostic.ts'
import type { Firm } from '../model/generated/firm.ts'
import type { Jurisdictions } from '../model/generated/jurisdictions.ts'
import type { Provider } from '../model/generated/provider.ts'
import type { Regions } from '../model/generated/regions.ts'
import type { Sources } from '../model/generated/sources.ts'
import type { Vocabulary } from '../model/generated/vocabulary.ts'
import { type Document, idIn, type Pointer } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { Registry } from '../model/workspace.ts'
import { suggest } from '../text/nearest.ts'
import type { Loaded } from './documents.ts'
import type { Kind } from './kinds.ts'
import { namesOf } from './names.ts'
import { checkRegistryReferences } from './registry-references.ts'
import { collectProblems, inside, isMapping, type Place, type Problems } from './rules/problems.ts'

export const registryKinds = ['Provider', 'Firm', 'Jurisdictions', 'Regions', 'Vocabulary', 'Sources'] as const

/**
 * The registry that some documents make up, each of which satisfies its schema. Documents of other kinds are passed over.
 * Of those that were checked before, with the product, references are not looked up again.
 *
 * Errors, all at once: ID_DUPLICATE, REFERENCE_UNKNOWN, PROVIDER_UNKNOWN, SERVICE_UNKNOWN, REGION_UNKNOWN,
 * TERM_UNKNOWN, SOURCE_UNKNOWN, CONTRADICTION, AMBIGUOUS, KEY_MISSING.
 */
export function assembleRegistry(loaded: readonly Loaded[]): Result<Registry, Diagnostic> {
  const problems = collectProblems()
  const registry: Registry = {
    providers: ofKind<Provider>(loaded, 'Provider'),
    firm: firstThenExtensions(ofKind<Firm>(loaded, 'Firm'), problems),
    jurisdictions: ofKind<Jurisdictions>(loaded, 'Jurisdictions'),
    regions: ofKind<Regions>(loaded, 'Regions'),
    vocabulary: ofKind<Vocabulary>(loaded, 'Vocabulary'),
    sources: ofKind<Sources>(loaded, 'Sources'),
  }
  // Of documents that were checked together, some are as right as all.
  if (!loaded.every(({ trusted }) => trusted)) {
    const trusted = new Set(loaded.filter((one) => one.trusted).map(({ document }) => document))
    checkUniqueIds(registry, problems)
    checkRegistryReferences(registry, namesOf(registry), (document) => trusted.has(document), problems)
  }
  const found = problems.list()
  return found.length > 0 ? failed(found) : ok(registry)
}

/** In the order of their ids, so that the order in which files are read changes nothing. */
function ofKind<T extends { readonly id: string }>(loaded: readonly Loaded[], kind: Kind): readonly Document<T>[] {
  return loaded
    .filter((one) => one.kind === kind)
    .map(({ document }) => document as Document<T>)
    .sort((one, other) => compare(idIn(one), idIn(other)))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Exactly one firm; every other document of the kind adds to it. */
function firstThenExtensions(documents: readonly Document<Firm>[], problems: Problems): readonly Document<Firm>[] {
  const bases = documents.filter(({ value }) => typeof value.extends !== 'string')
  const ids = new Set(documents.map(({ value }) => value.id))
  for (const document of bases.slice(1)) {
    const hint = `Write "extends: ${bases[0]?.value.id}" to add to that firm, or "firm: ${document.value.id}" in douane.config.yaml.`
    const message = `There is a firm "${bases[0]?.value.id}" already`
    problems.add({ document, pointer: ['id'] }, { code: 'AMBIGUOUS', message, hint })
  }
  for (const document of documents) {
    const base = document.value.extends
    if (typeof base !== 'string' || (ids.has(base) && base !== document.value.id)) continue
    const hint = suggest(
      base,
      [...ids].filter((id) => id !== document.value.id),
    )
    const message = `There is no other firm "${base}" to extend`
    problems.add({ document, pointer: ['extends'] }, { code: 'REFERENCE_UNKNOWN', message, hint })
  }
  return [...bases, ...documents.filter((document) => !bases.includes(document))]
}

/** Ids are unique within their kind, and what descriptors name within all documents together. */
function checkUniqueIds(registry: Registry, problems: Problems): void {
  for (const documents of Object.values(registry) as readonly (readonly Document<{ readonly id: string }>[])[]) {
    unique(
      documents.map((document) => [document.value.id, { document, pointer: ['id'] }]),
      problems,
    )
  }
  for (const document of registry.providers) {
    uniqueIn(document, ['entities', 'services'], problems)
    for (const index of document.value.services.keys()) {
      const lists = ['residency', 'endpointScopes', 'aiFeatures'].map((list) => ['services', index, list])
      for (const list of lists) unique(idsAt(document, list), problems)
    }
  }
  for (const document of registry.regions) unique(idsAt(document, ['regions'], 'code'), problems)
  for (const list of ['categories', 'subjects', 'purposes']) {
    unique(
      registry.vocabulary.flatMap((document) => idsAt(document, [list])),
      problems,
    )
  }
  for (const list of ['sources', 'defects', 'notEncoded']) {
    unique(
      registry.sources.flatMap((document) => idsAt(document, [list])),
      problems,
    )
  }
  for (const list of ['adequacy', 'instruments', 'processorClauses']) {
    unique(
      registry.jurisdictions.flatMap((document) => idsAt(document, [list])),
      problems,
    )
  }
  checkSaidOnce(registry.jurisdictions, problems)
  unique(
    registry.firm.flatMap((document) => idsAt(document, ['reviews'], 'provider')),
    problems,
  )
  for (const list of ['people', 'accounts', 'templates']) {
    unique(
      registry.firm.flatMap((document) => idsAt(document, [list])),
      problems,
    )
  }
}

/**
 * What one row of the jurisdictions says of a place, no other says otherwise: not what it belongs to, nor which decision
 * is the one on it. A row cannot leave out what another one says, so that two of them would be two answers.
 */
function checkSaidOnce(documents: Registry['jurisdictions'], problems: Problems): void {
  const places = new Map<string, Place>()
  const decided = new Map<string, Place>()
  const once = (said: Map<string, Place>, key: string, what: string, place: Place): void => {
    const before = said.get(key)
    if (before === undefined) {
      said.set(key, place)
      return
    }
    const { file, line } = before.document.at(before.pointer)
    const message = `${what} is there already, in ${file} at line ${line}`
    problems.add(place, {
      code: 'ID_DUPLICATE',
      message,
      hint: 'Keep one of the two: it is not clear which one counts.',
    })
  }
  for (const document of documents) {
    const at = (...pointer: Pointer): Place => ({ document, pointer })
    for (const [index, { codes }] of (document.value.jurisdictions ?? []).entries()) {
      for (const [position, code] of codes.entries()) {
        once(places, code, `What "${code}" belongs to`, at('jurisdictions', index, 'codes', position))
      }
    }
    for (const [index, { regime, code }] of (document.value.adequacy ?? []).entries()) {
      once(decided, `${regime} ${code}`, `A decision on "${code}" under ${regime}`, at('adequacy', index, 'code'))
    }
  }
}

type Named = readonly [id: string, place: Place]

function uniqueIn(document: Document, lists: readonly string[], problems: Problems): void {
  for (const list of lists) unique(idsAt(document, [list]), problems)
}

/** The ids of a list, each with its place. */
export function idsAt(document: Document, pointer: Place['pointer'], key = 'id'): readonly Named[] {
  const list = pointer.reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | undefined)?.[part],
    document.value,
  )
  const named: Named[] = []
  for (const [index, item] of Array.isArray(list) ? list.entries() : []) {
    const id = isMapping(item) ? item[key] : undefined
    if (typeof id === 'string') named.push([id, inside({ document, pointer }, index, key)])
  }
  return named
}

export function unique(named: readonly Named[], problems: Problems): void {
  const first = new Map<string, Place>()
  for (const [id, place] of named) {
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, place)
      continue
    }
    const { file, line } = before.document.at(before.pointer)
    const message = `The id "${id}" is there already, in ${file} at line ${line}`
    problems.add(place, { code: 'ID_DUPLICATE', message, hint: 'Give one of the two another id.' })
  }
}
