import type { Architecture, DocumentReference, Location, Report, Standing } from '../model/generated/report.ts'
import { pathFor } from './client-findings.ts'
import { withoutEvidence } from './evidence.ts'
import type { LeftOut } from './left-out.ts'

type Context = {
  readonly place: (at: Location) => Location
  readonly idOf: (finding: string) => string
  readonly askOf: (ask: string) => string | undefined
}

/** What a client knows of the use of a provider: who contracts it, since when, and the notice that it got. */
const openOfUse = [
  'service',
  'contractedBy',
  'entity',
  'usedSince',
  'requestedBy',
  'notice',
  'endpointScope',
  'residency',
] as const

function pick<T extends object, K extends keyof T>(one: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => one[key] !== undefined).map((key) => [key, one[key]])) as Pick<T, K>
}

/** The engagement as its client knows it: without the firm's reviews, reasons and agreements with others. */
export function architectureForClients(report: Report, context: Context, left: LeftOut): Architecture {
  const { place } = context
  const all = withoutEvidence(report.architecture, ({ shownTo }) => shownTo === 'client', left)
  const placed = <T extends { readonly at: Location }>(one: T): T => ({ ...one, at: place(one.at) })
  const verdict = (one: { readonly verdict?: Standing }) =>
    one.verdict === undefined ? {} : { verdict: standingFor(one.verdict, context) }
  const clients = new Set(all.parties.filter(({ client }) => client).map(({ name }) => name))
  const own = all.agreements.filter(({ parties }) => parties?.some((name) => clients.has(name)) === true)
  left.note('agreements with others than the client', all.agreements.length - own.length)
  const agreements = new Set(own.map(({ id }) => id))
  const reference = (one: DocumentReference | undefined): DocumentReference | undefined => {
    if (one?.agreement === undefined || one.agreement === 'none' || agreements.has(one.agreement)) return one
    return { signed: one.signed }
  }
  const references = <K extends string>(keys: readonly K[], one: { readonly [P in K]?: DocumentReference }) =>
    Object.fromEntries(keys.flatMap((key) => (one[key] === undefined ? [] : [[key, reference(one[key])]])))
  left.note(
    'reviews of providers',
    all.providers.filter((one) => one.assessedOn !== undefined || one.reviewedOn !== undefined).length,
  )
  return {
    parties: all.parties,
    places: all.places,
    data: all.data,
    components: all.components.map(placed),
    flows: all.flows.map(placed),
    holdings: all.holdings.map((one) => ({ ...one, path: pathFor(one.path, place) })),
    disclosures: all.disclosures.map((one) => ({ ...placed(one), path: pathFor(one.path, place), ...verdict(one) })),
    relationships: all.relationships.map(({ agreementAbove: _, agreement, ...one }) => ({
      ...placed(one),
      ...(agreement !== undefined && agreements.has(agreement) ? { agreement } : {}),
      ...verdict(one),
    })),
    aiUses: all.aiUses.map(placed),
    safeguards: all.safeguards.map((one) => ({
      ...placed(one),
      ...references(['instructions', 'documented'], one),
      evidence: one.evidence.map(({ checkedBy: _, ...evidence }) => placed(evidence)),
    })),
    agreements: own.map(({ acceptance, template, ...one }) => ({
      ...placed(one),
      // What a template of the firm says is told, not where, nor what the firm calls it.
      ...(template === undefined
        ? {}
        : {
            title: one.id,
            ...(one.terms === undefined ? {} : { terms: one.terms.map(({ clause: _, ...term }) => term) }),
          }),
      ...(acceptance === undefined ? {} : { acceptance: { on: acceptance.on } }),
    })),
    providers: all.providers.map(({ id, name, certificates, verdict: standing }) => ({
      id,
      name,
      evidence: [],
      certificates: certificates.map(({ name: scheme, claimedBy, required }) => ({
        name: scheme,
        claimedBy,
        required,
      })),
      ...verdict(standing === undefined ? {} : { verdict: standing }),
    })),
    providerUses: all.providerUses.map((one) => ({
      component: one.component,
      ...pick(one, openOfUse),
      ...references(['documented', 'approvedArchitecture'], one),
      at: place(one.at),
      ...verdict(one),
    })),
  }
}

function standingFor({ outcome, findings, missing }: Standing, { idOf, askOf }: Context): Standing {
  return {
    outcome,
    findings: findings.map(idOf),
    missing: [...new Set(missing.flatMap((ask) => askOf(ask) ?? []))],
  }
}
