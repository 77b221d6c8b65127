import type { Condition } from '../../model/condition.ts'
import type { Term } from '../../model/rule.ts'
import { negated } from './negate.ts'
import { type Facts, statementOf } from './statement.ts'

/** A condition as English builds it: statements, under 'all of these' and 'at least one of these'; nothing is negated. */
export type Clause =
  /** `term`: the pack and the named condition that the statement is a short word for. */
  | { readonly kind: 'statement'; readonly text: string; readonly term?: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Clause[] }

/** What a condition is written with: the facts that it reads and the terms of its pack. */
export type Language = {
  readonly facts: Facts
  readonly pack: string
  readonly terms: Readonly<Record<string, Term>>
}

/** A condition, or the contrary of it, as a clause. Negations are moved into the statements; nesting that adds nothing is gone. */
export function clauseOf(condition: Condition, language: Language, holds = true): Clause {
  switch (condition.kind) {
    case 'leaf':
      return { kind: 'statement', text: statementOf(condition, language.facts, holds) }
    case 'not':
      return clauseOf(condition.of, language, !holds)
    case 'named':
      return named(condition.name, language, holds) ?? clauseOf(condition.of, language, holds)
    default: {
      const kind = (condition.kind === 'all') === holds ? 'all' : 'any'
      const parts = condition.of.map((part) => clauseOf(part, language, holds))
      const flat = parts.flatMap((part) => (part.kind === kind ? part.of : [part]))
      const [only] = flat
      return flat.length === 1 && only !== undefined ? only : { kind, of: flat }
    }
  }
}

function named(name: string, { pack, terms }: Language, holds: boolean): Clause | undefined {
  const term = Object.hasOwn(terms, name) ? terms[name] : undefined
  if (term === undefined) return undefined
  const text = holds ? term.title : (term.negative ?? negated(term.title))
  return { kind: 'statement', text, term: `${pack}/${name}` }
}

/** The terms that a clause uses, in its order. */
export function termsIn(clause: Clause): readonly string[] {
  if (clause.kind !== 'statement') return [...new Set(clause.of.flatMap(termsIn))]
  return clause.term === undefined ? [] : [clause.term]
}

/** The named conditions of a condition, however deep, by name. */
export function namedIn(condition: Condition): ReadonlyMap<string, Condition> {
  switch (condition.kind) {
    case 'leaf':
      return new Map()
    case 'not':
      return namedIn(condition.of)
    case 'named':
      return new Map([[condition.name, condition.of], ...namedIn(condition.of)])
    default:
      return new Map(condition.of.flatMap((part) => [...namedIn(part)]))
  }
}

/** The facts that a condition reads, in its order; each once. */
export function factsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'leaf':
      return condition.value.kind === 'fact' ? [condition.fact, condition.value.fact] : [condition.fact]
    case 'not':
    case 'named':
      return factsIn(condition.of)
    default:
      return [...new Set(condition.of.flatMap(factsIn))]
  }
}
