import type { Diagnostic } from '../model/diagnostic.ts'
import type { ProcessingTerms } from '../model/generated/common.ts'
import { processingAgreementsAt, termsOf } from './agreements.ts'
import type { Relationship } from './relationships.ts'
import type { Scene } from './scene.ts'

/**
 * Two processing agreements of the same parties, of which either could count; and terms that deny those of the template
 * or of the standard clauses that the agreement is made of: they fill what these leave open, and change nothing.
 */
export function termContradictions(scene: Scene, relationships: readonly Relationship[]): readonly Diagnostic[] {
  const doubled = relationships.flatMap(({ controller, processor }): readonly Diagnostic[] => {
    const [first, second] = processingAgreementsAt(controller, processor, scene)
    const list = scene.engagement.agreements ?? []
    if (first === undefined || second === undefined) return []
    return [
      {
        code: 'AMBIGUOUS',
        message: `"${list[first]?.id}" and "${list[second]?.id}" are both the processing agreement of ${controller.name} and ${processor.name}`,
        hint: 'Keep the one that is in force; or give the other the kind that it is, such as `dpa-annex`.',
        at: scene.reader.at(['agreements', second]),
      },
    ]
  })
  return [...doubled, ...(scene.engagement.agreements ?? []).flatMap((_, at) => deniedIn(at, scene))]
}

function deniedIn(at: number, scene: Scene): readonly Diagnostic[] {
  const agreement = scene.engagement.agreements?.[at]
  const own = agreement?.terms
  if (agreement === undefined || own === undefined) return []
  const { template, says } = termsOf(agreement, at, scene)
  const report = (path: readonly string[], message: string): Diagnostic => ({
    code: 'CONTRADICTION',
    message,
    hint: 'Leave it out; or name the template and the clauses that the agreement is really made of.',
    at: scene.reader.at(['agreements', at, 'terms', ...path]),
  })
  const denied: Diagnostic[] = []
  // Without a template there is nothing to compare with.
  if (template !== undefined) {
    const standard = leavesOf(template.terms)
    for (const [key, { path, value }] of leavesOf(own)) {
      const other = standard.get(key)
      if (other === undefined || other.value === value) continue
      denied.push(report(path, `\`${key}\` of ${agreement.id} is not what its template ${agreement.template} says`))
    }
  }
  const clauses = scene.index.processorClauses(says((terms) => terms.basedOn, 'basedOn').value ?? '')
  const left = Object.entries(own.states ?? {}).flatMap(([term, place]) =>
    place === 'not-in-document' && Object.hasOwn(clauses?.value.states ?? {}, term)
      ? [report(['states', term], `\`${term}\` is not in ${agreement.id}, and it is in ${clauses?.value.name}`)]
      : [],
  )
  return [...denied, ...left]
}

type Leaf = { readonly path: readonly string[]; readonly value: string }

/** What each key says, so that two documents can be compared: where a term stands in each is its own affair. */
function leavesOf(terms: ProcessingTerms): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key])
    } else if (value !== undefined && value !== null) {
      leaves.set(path.join('.'), { path, value: comparable(value, path) })
    }
  }
  visit(terms, [])
  return leaves
}

function comparable(value: unknown, path: readonly string[]): string {
  if (path[0] === 'states') return value === 'not-in-document' ? 'missing' : 'stated'
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value)
}
