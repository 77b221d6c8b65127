import type { Report } from '../model/generated/report.ts'

type Architecture = Report['architecture']
type Disclosure = Architecture['disclosures'][number]
type Relationship = Architecture['relationships'][number]
type Verdict = Disclosure['verdict']

/** A table in plain texts, for whatever format shows it. */
export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const unstated = 'not stated'
const listed = (all: readonly string[] | undefined, none = 'none'): string =>
  all === undefined ? unstated : all.length === 0 ? none : all.join(', ')
const entity = (name: string, country: string | undefined, parent: string | undefined): string =>
  `${name} (${country ?? unstated}${parent === undefined ? '' : parent === 'none' ? ', no parent' : `, parent ${parent}`})`
const unique = (all: readonly string[]): readonly string[] => [...new Set(all)]
const truths = { true: 'yes', false: 'no', unknown: unstated } as const

/** What is a transfer to a third country, is one on, or may be: what differs in its data alone is one row. */
export function transferTable(report: Pick<Report, 'architecture'>): Table {
  const { disclosures } = report.architecture
  const transfers = disclosures.filter(
    ({ isTransfer, isUkTransfer, onward, personal }) =>
      personal !== 'false' && [isTransfer, isUkTransfer, onward].some((truth) => truth !== 'false'),
  )
  const groups = new Map<string, Disclosure[]>()
  for (const one of transfers) {
    const cells = transferCells([one], report.architecture)
    const key = JSON.stringify(cells.slice(1))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return {
    head: [
      'data',
      'exporter',
      'importer',
      'roles and purpose',
      'criteria',
      'activities and places',
      'ground',
      'expires',
      'evidence',
      'assessment and measures',
      'onward',
      'verdict',
    ],
    rows: [...groups.values()].map((group) => transferCells(group, report.architecture)),
  }
}

function transferCells(group: readonly Disclosure[], architecture: Architecture): readonly string[] {
  const [one] = group
  if (one === undefined) return []
  const safeguard = architecture.safeguards.find(({ id }) => id === one.safeguard)
  const { exporter, exporterCountry, importer, importerCountry, importerParentCountry } = one
  const tia = safeguard?.tia
  const evidence = (safeguard?.evidence ?? []).map(
    ({ of, where, checkedOn, checkedBy }) =>
      `${of}: ${where ?? 'none named'}${checkedOn === undefined ? '' : `, checked ${checkedOn}`}${checkedBy === undefined ? '' : ` by ${checkedBy}`}`,
  )
  const next = architecture.disclosures.filter(
    ({ upstream, exporter: by }) => by === importer && upstream?.some((id) => group.some((it) => it.id === id)),
  )
  return [
    unique(group.map(({ asset, protection }) => `${asset}, ${protection}`)).join('; '),
    entity(exporter, exporterCountry, undefined),
    entity(importer, importerCountry, importerParentCountry),
    `${one.roles ?? unstated}; ${one.purpose ?? unstated}`,
    [one.criterion1, one.criterion2, one.criterion3].map((truth) => truths[truth]).join(', '),
    `${listed(one.activities)}; ${listed(one.places)}`,
    groundOf(one, safeguard),
    one.expires ?? (one.reliesOn === 'adequacy' || one.reliesOn === 'dpf' ? unstated : 'no date of its own'),
    one.adequacy === undefined
      ? listed(evidence, unstated)
      : `${one.adequacy.source}, checked ${one.adequacy.checkedOn}`,
    `assessment: ${tia === undefined ? unstated : `${tia.on}${tia.reviewBy === undefined ? '' : `, review by ${tia.reviewBy}`}`}; measures: ${listed(safeguard?.measures)}`,
    one.onward === 'false' && next.length === 0
      ? 'no'
      : `${truths[one.onward]}${next.length === 0 ? '' : `; goes on to ${unique(next.map((it) => it.importer)).join(', ')}`}`,
    verdictText(one.verdict),
  ]
}

function groundOf(one: Disclosure, safeguard: Architecture['safeguards'][number] | undefined): string {
  const { scc, derogation } = safeguard ?? {}
  const clauses =
    scc === undefined
      ? ''
      : ` ${scc.set ?? ''} modules ${listed(scc.modules?.map(String))}, from ${scc.bindsFrom ?? unstated}`
  const details =
    one.reliesOn === 'scc'
      ? clauses
      : one.reliesOn === 'dpf'
        ? `, ${one.listing?.status ?? unstated}`
        : one.reliesOn === 'derogation'
          ? ` ${derogation ?? unstated}`
          : ''
  const uk = one.ukReliesOn === undefined || one.isUkTransfer === 'false' ? '' : `; UK: ${one.ukReliesOn}`
  const fallback = one.fallbacks.length === 0 ? '' : `; in reserve: ${one.fallbacks.join(', ')}`
  return `${one.reliesOn ?? unstated}${details}${uk}${fallback}`
}

/** Who processes for whom, as a list of sub-processors has it. */
export function processorTable({ architecture }: Pick<Report, 'architecture'>): Table {
  return {
    head: [
      'processor',
      'for',
      'service and purpose',
      'data',
      'places',
      'authorisation',
      'notice',
      'agreement',
      'breach notice',
      'ground',
      'review and certificates',
      'documented in',
      'verdict',
    ],
    rows: architecture.relationships.map((one) => processorCells(one, architecture)),
  }
}

function processorCells(one: Relationship, architecture: Architecture): readonly string[] {
  const provider = architecture.providers.find(({ id }) => id === one.provider)
  const uses = architecture.providerUses.filter(({ component }) => one.components.includes(component))
  const grounds = architecture.disclosures
    .filter(({ id, isTransfer }) => isTransfer !== 'false' && one.disclosures.includes(id))
    .map(({ reliesOn }) => reliesOn ?? unstated)
  const notices = uses.map(({ notice, usedSince }) =>
    notice === undefined
      ? usedSince === 'first-set'
        ? 'first set'
        : unstated
      : `${notice.on}; objections: ${listed(notice.objections?.map(({ id }) => id))}`,
  )
  const documents = uses.map(({ documented }) =>
    documented === undefined
      ? unstated
      : [documented.title ?? documented.agreement ?? unstated, documented.clause ?? []].flat().join(', '),
  )
  const depth = one.depth === undefined ? 'depth not known' : `depth ${one.depth}`
  return [
    entity(one.processor, one.country, one.parentCountry),
    `${one.controller}, ${depth}`,
    `${one.service ?? 'no service'}; ${listed(one.purposes)}`,
    listed(one.data),
    listed(one.places),
    one.subProcessing === 'false'
      ? 'none needed'
      : `${one.authorisation ?? unstated}; covers it: ${truths[one.authorised]}`,
    uses.length === 0 ? 'no provider' : unique(notices).join('; '),
    agreementText(one, architecture),
    `${one.breachHours === undefined ? unstated : `${one.breachHours} hours`}${one.breachHoursAbove === undefined ? '' : `, above it ${one.breachHoursAbove}`}`,
    grounds.length === 0 ? 'no transfer' : unique(grounds).join(', '),
    provider === undefined ? 'no provider' : reviewText(provider),
    uses.length === 0 ? 'no provider' : unique(documents).join('; '),
    verdictText(one.verdict),
  ]
}

function agreementText(
  { agreement, agreementExists, agreementSigned }: Relationship,
  { agreements }: Architecture,
): string {
  const found = agreements.find(({ id }) => id === agreement)
  if (found === undefined)
    return agreementExists === 'false' ? 'none' : agreementExists === 'true' ? 'not shown' : unstated
  const terms = found.terms ?? []
  const count = (says: string): number => terms.filter((one) => one.says === says).length
  const open = [
    `${count('stated')} terms stated`,
    `${count('not-in-document')} not in it`,
    `${count('not-stated')} not stated`,
  ]
  return `${found.title}, signed: ${truths[agreementSigned]} (${open.join(', ')})`
}

function reviewText({ assessedOn, reviewedOn, criteria, certificates }: Architecture['providers'][number]): string {
  const looked = Object.values(criteria ?? {}).filter((truth) => truth !== 'unknown')
  const six = looked.length === 0 ? '' : ` (${looked.filter((truth) => truth === 'true').length} of 6 criteria)`
  const kept = certificates.filter(({ evidenceKept }) => evidenceKept === 'true').map(({ name }) => name)
  const open = certificates.some(({ evidenceKept = 'unknown' }) => evidenceKept === 'unknown')
  const shown = kept.length > 0 || !open ? listed(kept, 'no certificate') : 'certificates not stated'
  return `assessed ${assessedOn ?? unstated}${six}; reviewed ${reviewedOn ?? unstated}; evidence of ${shown}`
}

function verdictText(verdict: Verdict): string {
  if (verdict === undefined) return 'no rule applied'
  const { outcome, missing } = verdict
  const [first, ...others] = missing
  if (first === undefined) return outcome
  return `${outcome}: ${first}${others.length === 0 ? '' : ` And ${others.length} more.`}`
}
