import type { Condition } from '../../model/condition.ts'
import type { RulePack as PackDocument } from '../../model/generated/rule-pack.ts'
import type { FactCatalogue } from '../../model/operators.ts'
import { type SubjectKind, subjectKinds } from '../../model/subject.ts'
import { checkRoot, type Scope } from './condition.ts'
import { collectProblems, inside, type Place, type Problems } from './problems.ts'

export type Scopes = {
  readonly of: (kind: SubjectKind) => Scope
  /** Checks the named conditions that no rule has used so far. */
  readonly checkUnused: () => void
}

/** What the conditions of a pack may refer to, for each kind of subject. A named condition is checked for each kind that uses it. */
export function scopesOf(pack: PackDocument, place: Place, catalogue: FactCatalogue, problems: Problems): Scopes {
  const conditions: Readonly<Record<string, unknown>> = pack.conditions ?? {}
  const names = Object.keys(conditions)
  const resolved = new Map<string, Condition | undefined>()
  const used = new Set<string>()
  const named = (name: string, scope: Scope): Condition | undefined => {
    used.add(name)
    const key = `${scope.facts.kind} ${name}`
    if (resolved.has(key)) return resolved.get(key)
    const inner = { ...scope, trail: [...scope.trail, name] }
    const condition = checkRoot(conditions[name], inside(place, 'conditions', name), inner)
    resolved.set(key, condition)
    return condition
  }
  const of = (kind: SubjectKind, into = problems): Scope => ({
    facts: { kind, all: catalogue[kind] },
    names,
    named,
    trail: [],
    problems: into,
  })
  /** A condition that no rule uses yet has to suit one kind of subject at least: the problems of the nearest are reported. */
  const checkUnused = (): void => {
    for (const name of names.filter((name) => !used.has(name))) {
      const attempts = subjectKinds.map((kind) => {
        const own = collectProblems()
        checkRoot(conditions[name], inside(place, 'conditions', name), { ...of(kind, own), trail: [name] })
        return { kind, count: own.list().length }
      })
      const [nearest] = attempts.sort((a, b) => a.count - b.count)
      if (nearest === undefined || nearest.count === 0) continue
      checkRoot(conditions[name], inside(place, 'conditions', name), { ...of(nearest.kind), trail: [name] })
    }
  }
  return { of, checkUnused }
}
