import type { Engagement } from '../model/generated/engagement.ts'
import type { Document, Pointer } from '../model/location.ts'
import { seen } from '../text/harmless.ts'
import { entityOf, type Names, serviceOf } from './names.ts'
import type { Problems } from './rules/problems.ts'

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
  checkDerivation(engagement, report)
  checkCarriage(engagement, report)
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

/** What travels on a carrier has no wire to be encrypted on. */
function checkCarriage(engagement: Engagement, report: Reporting): void {
  for (const [index, { id, transit, means }] of (engagement.flows ?? []).entries()) {
    if (means !== 'physical' || transit === undefined || transit === 'none') continue
    const message = `"${id}" travels by physical means, and \`transit\` says ${seen(transit)}`
    report('CONTRADICTION', ['flows', index, 'means'], message, 'Leave `transit` out, or correct `means`.')
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
