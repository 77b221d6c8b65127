import type { Chapter } from './chapter.ts'
import { html, type Markup, when } from './markup.ts'
import {
  type Architecture,
  document,
  evidence,
  flag,
  type Group,
  groups,
  ifStated,
  type Line,
  listed,
  missing,
  record,
  standing,
  table,
} from './record.ts'
import { counted, list, place, spaced, stated, truth } from './words.ts'

type Relationship = Architecture['relationships'][number]
type Use = Architecture['providerUses'][number]

/** The table of processors and sub-processors: who processes what for whom, and all that is agreed and recorded of it. */
export function processorTable(chapter: Chapter): Markup {
  const { relationships, agreements } = chapter.report.architecture
  const sorted = [...relationships].sort((one, other) => depthOf(one) - depthOf(other))
  const rows = sorted.map((one) => row(one, chapter))
  const columns = ['Processor', 'For', 'Data', 'Depth', 'Places', 'Agreement', 'Verdict']
  return html`<section aria-labelledby="${chapter.id('sub-processors')}">
<h2 id="${chapter.id('sub-processors')}">Processors and sub-processors <span class="count">${relationships.length}</span></h2>
${sorted.length === 0 ? html`<p class="empty">Nobody processes data for another.</p>` : table('Processors and sub-processors', columns, rows, 'records')}
${when(agreements.length > 0, () => html`<details><summary><h3>Agreements <span class="count">${agreements.length}</span></h3></summary>${agreements.map((one) => agreement(one))}</details>`)}
</section>`
}

/** One whose depth is not known comes last. */
const depthOf = ({ depth }: Relationship): number => depth ?? 99

function row(one: Relationship, chapter: Chapter): Markup {
  const { processor, service, controller, contractedBy, data, depth, country, places, agreementExists, verdict } = one
  const where = [service, country].filter((text) => text !== undefined).join(', ')
  return record(
    [
      html`${processor}<br><span class="dim">${where}</span>`,
      html`${controller}<br><span class="dim">contract: ${stated(contractedBy)}</span>`,
      list(data, 'none'),
      stated(depth === undefined ? undefined : String(depth), 'not known'),
      places === undefined ? stated(undefined, 'not known') : list(places, 'none'),
      truth(agreementExists),
      standing(verdict, `processing-relationship ${one.id}`, chapter),
    ],
    `${processor} for ${controller}`,
    detail(one, chapter),
  )
}

function detail(one: Relationship, chapter: Chapter): Markup {
  const { architecture } = chapter.report
  const title = architecture.agreements.find(({ id }) => id === one.agreement)?.title ?? one.agreement
  const above = one.breachHoursAbove
  const uses = architecture.providerUses.filter(({ component }) => one.components.includes(component))
  return groups([
    missing(one.verdict),
    [
      'Processing',
      [
        listed('Purposes', one.purposes?.map(spaced)),
        listed('Components', one.components),
        ['For a processor', truth(one.subProcessing)],
        ['Parent in', stated(one.parentCountry)],
        ['GDPR applies', truth(one.gdprApplies)],
        ['Stated at', place(one.at)],
      ],
    ],
    [
      'Agreement (Art. 28)',
      [
        ['Exists', truth(one.agreementExists)],
        ['Signed or accepted', truth(one.agreementSigned)],
        ['Document', stated(title)],
        ['Agreement above', stated(one.agreementAbove)],
        ['Authorisation', stated(one.authorisation)],
        ['Authorised', truth(one.authorised)],
        listed('Weaker terms', one.weakerTerms),
        ['Assessed as equivalent', truth(one.equivalenceAssessed)],
      ],
    ],
    [
      'Notice of a breach',
      [
        ['Within', one.breachHours === undefined ? stated(undefined) : counted(one.breachHours, 'hour')],
        ['Counted from', stated(one.breachStart && spaced(one.breachStart))],
        ['Promised above', above === undefined ? stated(undefined) : counted(above, 'hour')],
      ],
    ],
    ...provider(one.provider, architecture),
    ...uses.map((use) => useOf(use, chapter)),
  ])
}

const criteria = [
  ['security-posture', 'Security posture'],
  ['certifications', 'Certifications'],
  ['data-location', 'Data location'],
  ['contractual-terms', 'Contractual terms'],
  ['transfer-mechanisms', 'Transfer mechanisms'],
  ['reputation', 'Reputation'],
] as const

/** What the firm assessed of a provider, and the certificates that it holds. */
function provider(id: string | undefined, { providers }: Architecture): readonly Group[] {
  const one = providers.find((known) => known.id === id)
  if (one === undefined) return []
  const certificates = one.certificates.map(
    ({ name, claimedBy, required, evidenceKept, validUntil }): Line => [
      name,
      html`said by ${list(claimedBy, 'nobody')}; ${when(evidenceKept, () => html`evidence kept: ${truth(evidenceKept ?? 'unknown')}; `)}required: ${truth(required)}; valid until ${stated(validUntil)}`,
    ],
  )
  const assessed = one.criteria
  const assessment: Group = [
    `${one.name}: assessment`,
    assessed === undefined
      ? []
      : [
          ['Assessed', stated(one.assessedOn)],
          ...criteria.map(([key, title]): Line => [title, truth(assessed[key])]),
          ['Adopted', stated(one.adoptedOn)],
          ['Last review', stated(one.reviewedOn)],
          ['Security verified', stated(one.securityVerifiedOn)],
          evidence(one.evidence),
        ],
  ]
  return [assessment, [`${one.name}: certificates`, certificates]]
}

function useOf(use: Use, chapter: Chapter): Group {
  const { notice } = use
  const objections = notice?.objections?.map(({ id, on, dataProtectionGrounds, answeredOn }) => {
    return html`<li>${id}, ${on}; on data protection grounds: ${truth(dataProtectionGrounds)}; answered ${stated(answeredOn)}</li>`
  })
  return [
    `Use at ${use.component}`,
    [
      ['Service', stated(use.service)],
      ['Contract and account', html`${stated(use.contractedBy)}${when(use.entity, () => html`, with ${use.entity}`)}`],
      ['Used since', stated(use.usedSince)],
      ['Asked for by', html`${stated(use.requestedBy)}${when(use.need, () => html`: ${use.need}`)}`],
      flag('On the published list', use.onFirmList),
      flag('Covered by a row of it', use.approved),
      ...(use.approvedRoles === undefined ? [] : [listed('Roles on the list', use.approvedRoles)]),
      ...(use.approvedContexts === undefined ? [] : [listed('Contexts on the list', use.approvedContexts)]),
      ...(use.limits === undefined ? [] : [listed('Limits', use.limits)]),
      flag('In its role', use.withinRole),
      flag('Inside the limit', use.withinLimit),
      [
        'Notice',
        notice === undefined
          ? stated(undefined)
          : html`${notice.on}${when(notice.days !== undefined, () => html`, ${counted(notice.days ?? 0, 'day')} before`)}; in writing: ${truth(notice.written)}`,
      ],
      [
        'Objections',
        objections === undefined
          ? stated(undefined)
          : objections.length === 0
            ? 'none'
            : html`<ul class="plain">${objections}</ul>`,
      ],
      document('Named in', use.documented),
      document('Approved architecture', use.approvedArchitecture),
      ifStated('Endpoint scope', use.endpointScope),
      ...(use.residency === undefined ? [] : [listed('Residency settings', use.residency)]),
      listed('Access from outside the EEA', use.accessOutsideEea),
      ['Verdict', standing(use.verdict, `provider-use ${use.component}`, chapter)],
    ],
  ]
}

const says = { stated: 'stated', 'not-in-document': 'not in the document', 'not-stated': 'not stated' } as const
const asOutcome = { stated: 'pass', 'not-in-document': 'fail', 'not-stated': 'unknown' } as const

/** An agreement, with the terms of Art. 28 and what is known of each. */
function agreement(one: Architecture['agreements'][number]): Markup {
  const terms = one.terms?.map(({ term, says: said, clause }) => {
    const word = html`<span class="mark ${asOutcome[said]}">${says[said]}</span>`
    return html`<tr><th scope="row">${spaced(term)}</th><td>${word}</td><td>${clause}</td></tr>
`
  })
  return html`<h4>${one.title}</h4>${groups([
    [
      'Document',
      [
        ['Kind', stated(one.kind && spaced(one.kind))],
        listed('Parties', one.parties),
        ['Signed', stated(one.signedOn)],
        [
          'Accepted',
          one.acceptance === undefined
            ? stated(undefined)
            : [one.acceptance.on, one.acceptance.by, one.acceptance.version && `version ${one.acceptance.version}`]
                .filter((text) => text !== undefined)
                .join(', '),
        ],
        ['Stated at', place(one.at)],
      ],
    ],
    [
      'Basis',
      [
        ifStated('Template', one.template),
        ['Standard clauses', stated(one.basedOn)],
        listed('Regimes', one.regimes),
        ['Sub-processors', stated(one.authorisation)],
        ...(one.named === undefined ? [] : [listed('Named', one.named)]),
      ],
    ],
  ])}${when(terms, () => table(`Terms of ${one.title}`, ['Term', 'Known', 'Clause'], [html`<tbody>${terms}</tbody>`]))}`
}
