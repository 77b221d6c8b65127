import type { Derived } from '../model/derived.ts'
import type { Origin } from '../model/fact.ts'
import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import type { Document } from '../model/location.ts'
import { parseMoment } from '../model/moment.ts'
import { type Relied, relied } from '../model/report.ts'
import type { RulePack } from '../model/rule.ts'
import type { Subject, SubjectKind } from '../model/subject.ts'
import type { Registry } from '../model/workspace.ts'
import { addFactsRead } from './deciding.ts'
import { byPlace, byText } from './order.ts'
import { ofPacks, rulesIn } from './packs.ts'
import { asSentence } from './words.ts'

type ReliesOn = Report['reliesOn']
type RegistryFact = ReliesOn['registryFacts'][number]
type Statement = ReliesOn['claims'][number]

/** What the verdict takes as true without being able to show it, and how old it is. */
export function reliesOn(derived: Derived, packs: readonly RulePack[], asOf: Instant): ReliesOn {
  return { ...statements(derived), registryFacts: registryFactsUsed(derived.subjects, factsReadBy(packs), asOf) }
}

/** The same in brief: where no review can be due, the facts of the registry are not gone through. */
export function reliesOnInBrief(derived: Derived, registry: Registry, asOf: Instant, inFull: () => ReliesOn): Relied {
  const documents: readonly Document[] = Object.values(registry).flat()
  const reviewed = documents.every(({ reviewedUntil }) => reviewedUntil !== undefined && !isDue(reviewedUntil, asOf))
  return reviewed ? { ...statements(derived), pastReview: [], used: 0 } : relied(inFull())
}

const statements = (derived: Derived): Omit<ReliesOn, 'registryFacts'> => ({
  narrowings: inOrder(derived.narrowings()),
  claims: inOrder(derived.claims()),
  statedNone: inOrder(derived.statedNone()),
})

/** The day itself is still in time. A day that cannot be read is no promise. */
function isDue(reviewBy: string, asOf: Instant): boolean {
  const review = parseMoment(reviewBy)
  return review === undefined || review.to <= asOf
}

/** The facts that rules read of each kind of subject, the last one first. */
const factsReadBy = ofPacks((packs): ReadonlyMap<SubjectKind, readonly string[]> => {
  const read = new Map<SubjectKind, Set<string>>()
  // Rules share named conditions, which are looked through once for each kind.
  const seen = new Map<SubjectKind, Set<object>>()
  for (const rule of rulesIn(packs)) {
    const { subject } = rule
    const names = read.get(subject) ?? new Set()
    const known = seen.get(subject) ?? new Set()
    addFactsRead(rule, names, known)
    read.set(subject, names)
    seen.set(subject, known)
  }
  return new Map([...read].map(([kind, names]) => [kind, [...names].reverse()]))
})

/**
 * Each fact of the registry that any rule read, also where the rule then did not apply: that relied on it, too. Of two
 * that say the same the last is shown, so that they are looked at from the end.
 */
function registryFactsUsed(
  subjects: readonly Subject[],
  read: ReadonlyMap<SubjectKind, readonly string[]>,
  asOf: Instant,
): readonly RegistryFact[] {
  const used = new Map<string, RegistryFact>()
  const seen = new Set<Origin>()
  for (let at = subjects.length - 1; at >= 0; at -= 1) {
    const { kind, facts } = subjects[at] as Subject
    for (const name of read.get(kind) ?? []) {
      const from = facts[name]?.from ?? []
      for (let place = from.length - 1; place >= 0; place -= 1) {
        const origin = from[place] as Origin
        if (origin.kind !== 'registry' || seen.has(origin)) continue
        seen.add(origin)
        const key = keyOf(origin)
        if (!used.has(key)) used.set(key, registryFact(origin, asOf))
      }
    }
  }
  return [...used].sort(([one], [other]) => byText(one, other)).map(([, fact]) => fact)
}

type RegistryOrigin = Extract<Origin, { readonly kind: 'registry' }>

function keyOf({ entry, at, source, checkedOn, reviewBy }: RegistryOrigin): string {
  return [entry, at.file, source, checkedOn, reviewBy].join('\n')
}

function registryFact({ entry, at, source, checkedOn, reviewBy, note }: RegistryOrigin, asOf: Instant): RegistryFact {
  return {
    entry,
    file: at.file,
    source,
    checkedOn,
    reviewBy,
    stale: isDue(reviewBy, asOf),
    ...(note === undefined ? {} : { note }),
  }
}

function inOrder(statements: readonly Statement[]): readonly Statement[] {
  const said = statements.map(({ text, at }) => ({ text: asSentence(text), at }))
  return said.sort((one, other) => byPlace(one.at, other.at) || byText(one.text, other.text))
}
