import { byNamed, type GivenWaiver, keyOfNamed } from '../model/exceptions.ts'
import type { Report, Waiver } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import { parseMoment } from '../model/moment.ts'
import { isOpen, type Met, marked, type OpenFinding } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { digestOf as digestOfValue, findingId } from '../text/digest.ts'
import { nearest, suggest } from '../text/nearest.ts'
import type { Findings } from './findings.ts'
import { byPlace } from './order.ts'

export type Exception = Report['exceptions'][number]

/** What waivers can be about, and when. */
export type Waivable = {
  readonly found: Pick<Findings, 'open' | 'met' | 'factsDigest'>
  readonly rules: readonly Rule[]
  /** Rules that the configuration leaves out. */
  readonly rulesLeftOut: readonly string[]
  readonly packs: readonly string[]
  readonly subjects: readonly Subject[]
  readonly asOf: Instant
}

/** The state of every waiver, and what is open with those that are in force. */
export type Waived = { readonly exceptions: readonly Exception[]; readonly open: readonly OpenFinding[] }

/** What a waiver names. */
type Named = OpenFinding | Met

/**
 * Lays waivers over findings. The outcome of a finding stays what it is. A waiver lifts the one open finding that it
 * names, from which an exception is possible, through its last day, for as long as what decided is what it was given
 * for. Every other one lifts nothing, and says why.
 */
export function withWaivers(given: readonly GivenWaiver[], world: Waivable): Waived {
  const { open, met, factsDigest } = world.found
  if (given.length === 0) return { exceptions: [], open }
  const known = byNamed<Named>([...open, ...met()])
  const places = new Map<Named, number>(open.map((finding, place) => [finding, place]))
  const digestOf = (finding: OpenFinding): string | undefined => {
    const place = places.get(finding)
    return place === undefined || !finding.waivable ? undefined : factsDigest(place)
  }
  // Ids of subjects are unique; where they should not be, nothing is lifted.
  const findingOf = (one: GivenWaiver): Named | undefined => {
    const found = known.get(keyOfNamed(one))
    return found === 'several' ? undefined : found
  }
  const named = new Map<string, number>()
  for (const one of given.filter((each) => problemOf(each, findingOf(each), world) === undefined))
    named.set(keyOfNamed(one), (named.get(keyOfNamed(one)) ?? 0) + 1)
  const lifted = new Map<Named, Waiver>()
  const seen = new Map<string, number>()
  const exceptions = given.map((one): Exception => {
    const key = keyOfNamed(one)
    const finding = findingOf(one)
    const state = stateOf(one, finding, (named.get(key) ?? 0) > 1, world, digestOf)
    const waiver = shown(one)
    if (state.status === 'in-force' && finding !== undefined) lifted.set(finding, waiver)
    const { rule, subject } = one
    const identity = JSON.stringify([state.status, key])
    const before = seen.get(identity) ?? 0
    seen.set(identity, before + 1)
    return {
      id: digestOfValue([state.status, rule, subject.kind, subject.id, before]).slice(0, 12),
      ...state,
      rule,
      subject,
      ...(finding === undefined || !isOpen(finding) ? {} : { finding: findingId(rule, subject) }),
      waiver,
    }
  })
  return {
    exceptions: exceptions.sort((one, other) => byPlace(one.at, other.at)),
    open: open.map((finding) => {
      const waiver = lifted.get(finding)
      return waiver === undefined ? finding : marked(finding, { waiver })
    }),
  }
}

/** The first instant at which a waiver that is in force no longer is. */
export function firstEnd(exceptions: readonly Exception[]): Instant | undefined {
  const ends = exceptions
    .filter(({ status }) => status === 'in-force')
    .map(({ waiver }) => parseMoment(waiver.expires)?.to ?? Number.NEGATIVE_INFINITY)
  return ends.length === 0 ? undefined : Math.min(...ends)
}

type State = Pick<Exception, 'status' | 'level' | 'title' | 'message' | 'remedy' | 'at'>

function stateOf(
  one: GivenWaiver,
  finding: Named | undefined,
  twice: boolean,
  world: Waivable,
  digestOf: (finding: OpenFinding) => string | undefined,
): State {
  const wrong = problemOf(one, finding, world)
  if (wrong !== undefined) return wrong
  const { at, rule, expires } = one
  const on = finding?.subject.label ?? one.subject.id
  if (twice) {
    return {
      status: 'duplicate',
      level: 'error',
      title: 'Two waivers name the same finding',
      message: `More than one waiver names ${rule} on ${on}, so that it is not clear which one counts: none does.`,
      remedy: 'Keep the one that holds, and remove the others.',
      at: at.rule,
    }
  }
  if (finding === undefined || !isOpen(finding)) {
    const why = world.rulesLeftOut.includes(rule)
      ? 'the configuration leaves the rule out'
      : finding === undefined
        ? 'the rule does not apply'
        : 'it passes now'
    return {
      status: 'unused',
      level: 'warning',
      title: 'A waiver lifts nothing',
      message: `The waiver of ${rule} on ${on} is not needed: ${why}.`,
      remedy: 'Remove it, so that it cannot come into force unnoticed.',
      at: at.rule,
    }
  }
  if (world.asOf >= (parseMoment(expires)?.to ?? Number.NEGATIVE_INFINITY)) {
    return {
      status: 'expired',
      level: 'warning',
      title: 'A waiver has expired',
      message: `The waiver of ${rule} on ${on} ended with ${expires}: the finding counts again.`,
      remedy: `${finding.remedy} Or have the waiver renewed: its approver decides again, and \`douane waive\` replaces it.`,
      at: at.expires,
    }
  }
  if (digestOf(finding) !== one.factsDigest) {
    return {
      status: 'stale',
      level: 'warning',
      title: 'What a waiver was given for has changed',
      message: `The waiver of ${rule} on ${on} was given for other facts, for another outcome or for other conditions of the rule: the finding counts again.`,
      remedy:
        'Look at what changed, remove the waiver, or have it renewed: its approver decides again, and `douane waive` replaces it.',
      at: at.factsDigest,
    }
  }
  return {
    status: 'in-force',
    title: 'A waiver is in force',
    message: `${rule} on ${on} is waived until ${expires}, that day included.`,
    at: at.rule,
  }
}

/** Why it could lift nothing at all, whatever the outcomes. */
function problemOf(one: GivenWaiver, finding: Named | undefined, world: Waivable): State | undefined {
  return tooBroad(one, world) ?? impossible(one, finding, world)
}

function tooBroad({ engagement, rule, subject, at }: GivenWaiver, { packs }: Waivable): State | undefined {
  const says = (what: string, place: State['at']): State => ({
    status: 'over-broad',
    level: 'error',
    title: 'A waiver names more than one finding',
    message: `${what}: a waiver lifts one finding, and this one lifts none.`,
    remedy: 'Name one engagement, one rule and one subject; `douane waive` writes an entry for each finding.',
    at: place,
  })
  if (engagement.includes('*')) return says(`The engagement "${engagement}" is a pattern`, at.engagement)
  if (rule.includes('*')) return says(`The rule "${rule}" is a pattern`, at.rule)
  if (packs.includes(rule.replace(/\/$/, ''))) return says(`"${rule}" is a whole pack`, at.rule)
  if (subject.kind.includes('*') || subject.id.includes('*')) {
    return says(`The subject "${subject.kind} ${subject.id}" is a pattern`, at.subject)
  }
  return undefined
}

function impossible(
  { rule: id, subject, at }: GivenWaiver,
  finding: Named | undefined,
  world: Waivable,
): State | undefined {
  const says = (message: string, remedy: string, place: State['at']): State => ({
    status: 'impossible',
    level: 'error',
    title: 'A waiver names what cannot be waived',
    message,
    remedy,
    at: place,
  })
  if (world.rulesLeftOut.includes(id)) return undefined
  const rule = world.rules.find((known) => known.id === id)
  if (rule === undefined) {
    return says(`There is no rule "${id}".`, suggest(id, new Set(world.rules.map((known) => known.id))), at.rule)
  }
  const open = finding !== undefined && isOpen(finding)
  const right = open ? `${finding.remedy} And remove the waiver.` : 'Remove the waiver.'
  if (rule.basis === 'law') {
    return says(`"${id}" is a rule of law, from which nobody can grant an exception.`, right, at.rule)
  }
  if (!rule.waivable) return says(`"${id}" is a rule without exceptions.`, right, at.rule)
  if (rule.subject !== subject.kind) {
    const message = `"${id}" looks at subjects of kind "${rule.subject}", not "${subject.kind}".`
    return says(message, `Write kind: ${rule.subject}.`, at.subject)
  }
  const ids = world.subjects.filter(({ kind }) => kind === subject.kind).map((known) => known.id)
  if (ids.includes(subject.id)) return undefined
  const meant = nearest(subject.id, ids)
  const hint = meant === undefined ? 'Where it was removed, remove the waiver as well.' : `Did you mean "${meant}"?`
  return says(`There is no subject "${subject.id}" of kind "${subject.kind}".`, hint, at.subject)
}

function shown({ reason, owner, approver, expires, ticket, at }: GivenWaiver): Waiver {
  return { reason, owner, approver, expires, ticket, at: at.rule }
}
