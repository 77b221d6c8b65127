import type { Disclosure } from '../../model/generated/report.ts'
import type { Chapter } from './chapter.ts'
import { html, joined, type Markup, when } from './markup.ts'
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
  way,
} from './record.ts'
import { counted, list, place, spaced, stated, truth } from './words.ts'

type Safeguard = Architecture['safeguards'][number]

const columns = ['Data', 'Exporter', 'Importer', 'Transfer', 'Ground', 'Expires', 'Verdict']

/** The transfer table: who makes which data available to whom, whether that is a transfer, and on what ground. */
export function transferTable(chapter: Chapter): Markup {
  const { disclosures } = chapter.report.architecture
  const isOne = (one: Disclosure): boolean => one.isTransfer === 'true' || one.isUkTransfer === 'true'
  const mayBe = (one: Disclosure): boolean => one.isTransfer === 'unknown' || one.isUkTransfer === 'unknown'
  const certain = disclosures.filter(isOne)
  const possible = disclosures.filter((one) => !isOne(one) && mayBe(one))
  const others = disclosures.filter((one) => !isOne(one) && !mayBe(one))
  const shown = [...certain, ...possible]
  const title = 'Disclosures that are no transfer'
  const rows = (some: readonly Disclosure[]): readonly Markup[] => some.map((one) => row(one, chapter))
  return html`<section aria-labelledby="${chapter.id('transfers')}">
<h2 id="${chapter.id('transfers')}">Transfers <span class="count">${shown.length}</span></h2>
<p class="dim">${counted(certain.length, 'transfer')} to third countries, and ${possible.length} that may be one. A transfer meets all three criteria of the EDPB's Guidelines 05/2021.</p>
${shown.length === 0 ? html`<p class="empty">No data is transferred to a third country.</p>` : table('Transfers', columns, rows(shown), 'records')}
${when(others.length > 0, () => html`<details><summary><h3>${title} <span class="count">${others.length}</span></h3></summary>${table(title, columns, rows(others), 'records')}</details>`)}
</section>`
}

function row(one: Disclosure, chapter: Chapter): Markup {
  const { asset, protection, exporter, importer, isTransfer, reliesOn, expires, verdict } = one
  const from = known([one.exporterRole, one.exporterCountry])
  const to = known([one.importerRole, one.importerCountry, parent(one)])
  const needed = isTransfer !== 'false' || one.isUkTransfer !== 'false'
  return record(
    [
      html`${asset}<br><span class="dim">${spaced(protection)}</span>`,
      html`${exporter}<br><span class="dim">${joined(from, ', ')}</span>`,
      html`${importer}<br><span class="dim">${joined(to, ', ')}</span>`,
      html`${truth(isTransfer)}${when(one.onward === 'true', () => html`<br><span class="dim">onward</span>`)}${when(one.isUkTransfer !== 'false', () => html`<br><span class="dim">UK: ${truth(one.isUkTransfer)}</span>`)}`,
      needed ? stated(reliesOn ?? one.ukReliesOn) : html`<span class="dim">none needed</span>`,
      needed ? stated(expires, 'no day known') : '',
      standing(verdict, `disclosure ${one.id}`, chapter),
    ],
    `${asset} to ${importer}`,
    detail(one, chapter.report.architecture),
  )
}

const known = (texts: readonly (string | undefined)[]): readonly string[] => texts.filter((text) => text !== undefined)
const parent = ({ importerParentCountry: country }: Disclosure): string | undefined =>
  country === undefined || country === 'none' ? undefined : `parent in ${country}`

function detail(one: Disclosure, architecture: Architecture): Markup {
  const asset = architecture.data.find(({ id }) => id === one.asset)
  const component = architecture.components.find(({ id }) => id === one.component)
  const safeguard = architecture.safeguards.find(({ id }) => id === one.safeguard)
  const byActivity = Object.entries(component?.places ?? {}).map(
    ([activity, places]): Line => [`Places of ${activity}`, list(places, 'nowhere')],
  )
  return groups([
    missing(one.verdict),
    [
      'Path',
      [
        ['Way of the data', way(one.path)],
        ['Channels', list(one.channels.map(spaced))],
        ['Stated at', place(one.at)],
      ],
    ],
    [
      'Parties and purpose',
      [
        ['Roles', stated(one.roles && spaced(one.roles))],
        ["Importer's parent", stated(one.importerParentCountry)],
        ['Purpose', stated(one.purpose && spaced(one.purpose))],
        ['Personal data', truth(one.personal)],
        listed('Categories', asset?.categories),
        listed('Data subjects', asset?.subjects),
        flag('Special category', asset?.special),
      ],
    ],
    [
      'Criteria',
      [
        ['1. Exporter under the GDPR', truth(one.criterion1)],
        ['2. Made available to another', truth(one.criterion2)],
        ['3. Importer in a third country', truth(one.criterion3)],
        ['Transfer', truth(one.isTransfer)],
        ['Transfer under UK law', truth(one.isUkTransfer)],
        ['Onward', truth(one.onward)],
        ...(one.upstream === undefined ? [] : [listed('Came by', one.upstream)]),
      ],
    ],
    [
      'Places and access',
      [
        ['Destination', stated(one.destination)],
        listed('All places', one.places),
        listed('Activities', one.activities),
        ...byActivity,
      ],
    ],
    ...ground(one, safeguard),
  ])
}

/** The ground, what shows it, and what stands by. */
function ground(one: Disclosure, safeguard: Safeguard | undefined): readonly Group[] {
  const { adequacy, listing } = one
  const tia = safeguard?.tia
  return [
    [
      'Ground',
      [
        ['Relies on', stated(one.reliesOn)],
        ifStated('Under UK law', one.ukReliesOn),
        ['Last day', stated(one.expires)],
        ['In reserve', list(one.fallbacks, 'none')],
        ...(adequacy === undefined
          ? []
          : ([
              ['Decision', html`${adequacy.entry}, ${adequacy.scope ?? 'scope not known'}`],
              ['In force', html`from ${stated(adequacy.from)} until ${stated(adequacy.until)}`],
              ['Compared with', html`${adequacy.source} on ${adequacy.checkedOn}`],
            ] as const)),
        ...(listing === undefined
          ? []
          : ([
              ['DPF listing', stated(listing.status)],
              ['Listed entity is the importer', truth(listing.entityMatches)],
              listed('Frameworks', listing.frameworks),
              listed('Covers', listing.covers),
              ['Looked up', stated(listing.checkedOn)],
              ['Re-certify by', stated(listing.recertificationDue)],
            ] as const)),
        ...instrument(safeguard),
      ],
    ],
    [
      'Impact assessment and measures',
      safeguard === undefined
        ? []
        : [
            ['TIA', stated(tia?.on)],
            ifStated('Review by', tia?.reviewBy),
            ['Problematic law', stated(tia?.problematicLaw && spaced(tia.problematicLaw))],
            listed('Effective measures', safeguard.measures),
            ...Object.entries(safeguard.measureFacts ?? {}).map(([name, value]) => flag(words(name), value)),
            flag('Next recipient bound', safeguard.onward?.contract),
            flag('Condition of the tool met', safeguard.onward?.conditionsMet),
          ],
    ],
  ]
}

function instrument(safeguard: Safeguard | undefined): readonly Line[] {
  if (safeguard === undefined) return [['Safeguard', stated(undefined)]]
  const { scc, bcr, otherTool } = safeguard
  return [
    ['Safeguard', html`${safeguard.id} ${place(safeguard.at)}`],
    ifStated('First transfer', safeguard.firstTransferOn),
    ...(scc === undefined
      ? []
      : [
          ['Clauses', stated(scc.set)] as const,
          listed('Modules', scc.modules?.map(String)),
          flag('Modules confirmed by counsel', scc.modulesConfirmed),
          ['Bind from', stated(scc.bindsFrom)] as const,
          ['Annexes', stated(scc.annexes)] as const,
        ]),
    ...(bcr === undefined
      ? []
      : [
          ['BCR for', stated(bcr.type)] as const,
          listed('Members', bcr.members),
          ['Approved', stated(bcr.approvedOn)] as const,
        ]),
    flag('Authorised or approved', otherTool?.authorised),
    flag('Importer bound', otherTool?.bindingCommitments),
    ifStated('Derogation', safeguard.derogation),
    evidence(safeguard.evidence),
    document('Instruction', safeguard.instructions),
    document('Documented', safeguard.documented),
  ]
}

/** `keysWithExporter` as words. */
const words = (name: string): string => name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
