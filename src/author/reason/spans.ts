import { parseSpan } from '../../model/duration.ts'
import type { Span } from '../../model/instant.ts'
import { type Cell, cellsOf, type Group } from './cells.ts'

const month = 'P1M'

/**
 * The cells of lengths of time, each of which lies within two bounds. For one fact they are exact, and so they are for
 * two facts that are compared with one another alone; otherwise the ways of calendar months are too many to be told.
 */
export function spanCells(group: Group): { readonly cells: readonly Cell[]; readonly complete: boolean } {
  const literals = group.leaves.flatMap(({ value }) => (value.kind === 'literal' ? [String(value.value)] : []))
  const spans = [...literals, ...(group.facts.length > 1 ? [month] : [])]
    .map(parseSpan)
    .filter((span) => span !== undefined)
  const bounds = [0, 1, 2, 3, ...spans.flatMap(({ from, to }) => [from - 1, from, from + 1, to - 1, to, to + 1])]
  const limits = [...new Set(bounds)].filter((bound) => bound >= 0).sort((a, b) => a - b)
  const stretches = limits.flatMap((from) => limits.filter((to) => to >= from).map((to) => stretch(from, to)))
  const candidates = new Map(group.facts.map((fact) => [fact, [...spans, ...stretches]]))
  const complete = group.facts.length === 1 || (group.facts.length === 2 && literals.length === 0)
  return { cells: cellsOf(group, candidates, 0), complete }
}

function stretch(from: number, to: number): Span {
  const seconds = (bound: number): string => `${bound / 1000} s`
  return { from, to, text: from === to ? seconds(from) : `between ${seconds(from)} and ${seconds(to)}` }
}
