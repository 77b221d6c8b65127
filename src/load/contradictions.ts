import type { Engagement } from '../model/generated/engagement.ts'
import type { Document, Pointer } from '../model/location.ts'
import { seen } from '../text/harmless.ts'
import { entityOf, type Names, serviceOf } from './names.ts'
import type { Problems } from './rules/problems.ts'

type Component = NonNullable<Engagement['components']>[number]
type Reporting = (code: 'CONTRADICTION' | 'AMBIGUOUS', pointer: Pointer, message: string, hint: string) => void

/**
 * Statements of a descriptor that cannot be true together, or that deny what the registry knows. Evidence may fill what
 * the registry does not know; it never overrides what it does.
 *
 * Errors: CONTRADICTION, AMBIGUOUS.
 */
export function checkContradictions(document: Document<Engagement>, names: Names, problems: Problems): void {
  const report: Reporting = (code, pointer, message, hint) =>
    problems.add({ document, pointer }, { code, message, hint })
  const engagement = document.value
  checkParties(engagement, names, report)
  checkDataSubjects(engagement, report)
  checkDerivation(engagement, report)
  checkCarriage(engagement, report)
  checkReceivers(engagement, names, report)
  checkInference(engagement, names, report)
  checkTags(engagement, names, report)
  checkSafeguards(engagement, names, report)
}

function checkParties(engagement: Engagement, names: Names, report: Reporting): void {
  for (const [index, party] of (engagement.parties ?? []).entries()) {
    const at = (key: string): Pointer => ['parties', index, key]
    const inEea = names.eea.has(party.country ?? '')
    if (inEea && (party.gdpr === 'outside' || party.gdpr === 'targeting')) {
      const message = `"${party.id}" is in ${party.country}, inside the EEA, so that the GDPR reaches it as established`
      report('CONTRADICTION', at('gdpr'), message, 'Leave `gdpr` out, or correct the country.')
    }
    if (party.country === 'GB' && party.ukGdpr === false) {
      const message = `"${party.id}" is in the United Kingdom, so that the UK GDPR applies to it`
      report('CONTRADICTION', at('ukGdpr'), message, 'Leave `ukGdpr` out, or correct the country.')
    }
    // A stated list of regimes is complete: outside it, only the country can bring a party under the UK GDPR.
    if (party.ukGdpr === true && party.country !== 'GB' && engagement.regimes?.includes('uk-gdpr') === false) {
      const message = `The UK GDPR applies to "${party.id}" here, and \`regimes\` does not list "uk-gdpr"`
      report('CONTRADICTION', at('ukGdpr'), message, 'Add `uk-gdpr` to `regimes`, or correct `ukGdpr`.')
    }
    if (party.ccpaBusiness === true && engagement.regimes?.includes('ccpa') === false) {
      const message = `"${party.id}" is a business under the CCPA here, and \`regimes\` does not list "ccpa"`
      report('CONTRADICTION', at('ccpaBusiness'), message, 'Add `ccpa` to `regimes`, or correct `ccpaBusiness`.')
    }
    if (party.role !== undefined && party.roles !== undefined) {
      const message = `"${party.id}" has both \`role\`, for every purpose, and \`roles\`, by purpose`
      report(
        'CONTRADICTION',
        at('role'),
        message,
        'Keep one: `role`, or `roles` with the purpose and the data of each.',
      )
    }
    const entity = entityOf(names, party.entity)
    for (const key of ['country', 'parentCountry'] as const) {
      const known = entity?.[key]
      if (known === undefined || typeof party[key] !== 'string' || party[key] === known) continue
      const message = `${key} is ${seen(party[key])} here, and ${seen(known)} in the registry for ${party.entity}`
      report(
        'CONTRADICTION',
        at(key),
        message,
        `Leave it out; or correct ${party.entity} in the registry, with its source.`,
      )
    }
    if (names.providers.has(party.id) && !party.entity?.startsWith(`${party.id}/`)) {
      const message = `"${party.id}" is the id of a provider, so that a reference to it could mean either`
      report('AMBIGUOUS', at('id'), message, 'Choose another id; or name the entity of the provider with `entity`.')
    }
  }
}

/**
 * What a data subject is given, or gives, is no transfer and no processing for anybody. Whoever has systems run, or is a
 * registered company, is more than that.
 */
function checkDataSubjects({ parties = [], components = [] }: Engagement, report: Reporting): void {
  for (const [index, { id, client, entity, role, roles = [] }] of parties.entries()) {
    const key = role === 'data-subject' ? 'role' : 'roles'
    if (key === 'roles' && !roles.some((one) => one.role === 'data-subject')) continue
    const contracted = components.find((one) => one.contractedBy === id)
    const isClient = id === 'client' || client === true
    const what = isClient ? 'the client' : (entity ?? (contracted && `who contracts ${contracted.id}`))
    if (what === undefined) continue
    const message = `"${id}" is a data subject here, and ${what} as well`
    const hint = 'State its role as a controller or processor; list people whose data it is as a party of their own.'
    report('CONTRADICTION', ['parties', index, key], message, hint)
  }
}

/** An asset that is derived from itself was made of nothing. */
function checkDerivation(engagement: Engagement, report: Reporting): void {
  const parents = new Map((engagement.data ?? []).map(({ id, derivedFrom }) => [id, derivedFrom ?? []]))
  const done = new Set<string>()
  const visit = (id: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id]
    if (done.has(id)) return undefined
    done.add(id)
    for (const parent of parents.get(id) ?? []) {
      const circle = visit(parent, [...trail, id])
      if (circle !== undefined) return circle
    }
    return undefined
  }
  for (const [index, { id }] of (engagement.data ?? []).entries()) {
    const circle = visit(id, [])
    if (circle === undefined) continue
    const message = `"${circle[0]}" is derived from itself: ${circle.join(' <- ')}`
    report('CONTRADICTION', ['data', index, 'derivedFrom'], message, 'State what each asset was really made from.')
  }
}

/** What travels on a carrier has no wire to be encrypted on; nor has what stays on one machine. */
function checkCarriage(engagement: Engagement, report: Reporting): void {
  const components = new Map((engagement.components ?? []).map((one) => [one.id, one]))
  for (const [index, { id, transit, means, from, to }] of (engagement.flows ?? []).entries()) {
    const apart = transit === 'in-process' || transit === 'loopback' ? whatParts(components, from, to) : undefined
    if (apart !== undefined) {
      const message = `"${id}" leaves no machine by its \`transit\`, and ${apart}`
      report('CONTRADICTION', ['flows', index, 'transit'], message, 'State how it is encrypted on the wire.')
    }
    if (means !== 'physical' || transit === undefined || transit === 'none') continue
    const message = `"${id}" travels by physical means, and \`transit\` says ${seen(transit)}`
    report('CONTRADICTION', ['flows', index, 'means'], message, 'Leave `transit` out, or correct `means`.')
  }
}

/** Why two ends of a flow are not on one machine; undefined where they may be. */
function whatParts(
  components: ReadonlyMap<string, Component>,
  ...ends: readonly [from: string, to: string]
): string | undefined {
  const party = ends.find((id) => !components.has(id))
  if (party !== undefined) return `${party} is a party`
  const [from, to] = ends.map((id) => components.get(id))
  for (const key of ['service', 'region'] as const) {
    const [one, other] = [from?.[key], to?.[key]]
    if (one === undefined || other === undefined || one === other) continue
    return `\`${key}\` is ${seen(one)} of ${ends[0]} and ${seen(other)} of ${ends[1]}`
  }
  return undefined
}

/** What is asked of a provider depends on its service: data that goes to one of its entities goes to a component. */
function checkReceivers({ parties = [], flows = [] }: Engagement, names: Names, report: Reporting): void {
  const entities = new Map(parties.map(({ id, entity }) => [id, entity]))
  for (const [index, { id, to }] of flows.entries()) {
    const entity = entities.get(to)
    if (entityOf(names, entity) === undefined) continue
    const message = `"${id}" goes to ${entity}, and does not say to which of its services`
    const hint = `Let it go to a component on that service; ${to} can be who contracts or operates it.`
    report('AMBIGUOUS', ['flows', index, 'to'], message, hint)
  }
}

/** The purpose of the vocabulary that says that a model works on what it is given. */
const inference = 'ai-inference'

/** Where a list of AI uses is stated it is complete; that a model works somewhere says that there is a use there. */
function checkInference({ aiUses, components = [], flows = [] }: Engagement, names: Names, report: Reporting): void {
  if (aiUses === undefined) return
  const listed = new Set(aiUses.map(({ component }) => component))
  const using = new Set<string>()
  for (const { id, service, aiFeatures } of components) {
    const registered = serviceOf(names, service)?.service
    const feature = registered?.aiFeatures?.some((one) => aiFeatures?.[one.id] !== 'off')
    if (listed.has(id) || registered?.ai !== undefined || feature === true) using.add(id)
  }
  const hint = 'List the use under `aiUses`, with the component that the model works in; or correct the purpose.'
  for (const [index, { id, purpose }] of components.entries()) {
    if (purpose !== inference || using.has(id)) continue
    const message = `"${id}" is for ${inference}, and \`aiUses\` lists no use of it`
    report('CONTRADICTION', ['components', index, 'purpose'], message, hint)
  }
  for (const [index, { id, purpose, from, to }] of flows.entries()) {
    if (purpose !== inference || using.has(from) || using.has(to)) continue
    const message = `"${id}" is for ${inference}, and \`aiUses\` lists no use of ${from} or of ${to}`
    report('CONTRADICTION', ['flows', index, 'purpose'], message, hint)
  }
}

/** Only a container loads other tags: a tag of another kind, on another service, loads none. */
function checkTags(engagement: Engagement, names: Names, report: Reporting): void {
  const services = new Map((engagement.components ?? []).map(({ id, service }) => [id, service]))
  for (const [index, { id, kind, component, loads = [] }] of (engagement.tags ?? []).entries()) {
    const receives = component === 'none' ? 'none' : services.get(component ?? '')
    const container =
      kind === undefined ||
      kind === 'tag-container' ||
      receives === undefined ||
      serviceOf(names, receives)?.service.category === 'tag-management'
    if (loads.length === 0 || container) continue
    const message = `"${id}" is no container by its kind and its service, and loads ${loads.join(', ')}`
    report(
      'CONTRADICTION',
      ['tags', index, 'loads'],
      message,
      'Correct `kind`, or list the tags that their container loads.',
    )
  }
}

function checkSafeguards(engagement: Engagement, names: Names, report: Reporting): void {
  const entities = new Map((engagement.parties ?? []).map(({ id, entity }) => [id, entity]))
  const resolved = (reference: string): string => entities.get(reference) ?? reference
  const first = new Map<string, string>()
  for (const [index, { id, exporter, importer, dpf }] of (engagement.safeguards ?? []).entries()) {
    const key = JSON.stringify([resolved(exporter), resolved(importer)])
    const before = first.get(key)
    if (before === undefined) first.set(key, id)
    else {
      const message = `"${before}" and "${id}" are for the same exporter and importer`
      report('AMBIGUOUS', ['safeguards', index], message, 'Keep one; list the grounds in reserve under `fallbacks`.')
    }
    const known = entityOf(names, resolved(importer))?.dpf
    if (known === undefined || known.status === 'unknown' || typeof dpf?.status !== 'string') continue
    if (known.status === dpf.status) continue
    const message = `The listing of ${importer} is ${seen(dpf.status)} here, and ${seen(known.status)} in the registry, checked on ${known.checkedOn}`
    report(
      'CONTRADICTION',
      ['safeguards', index, 'dpf', 'status'],
      message,
      'Look at the official list, and correct the other one.',
    )
  }
}
