import type { Report } from '../../../model/generated/report.ts'

export type Jurisdiction = Report['architecture']['places'][number]['jurisdiction']
export type Truth = 'true' | 'false' | 'unknown'
/** The worst outcome of the findings on one thing; `none` where no rule was evaluated on it. */
export type Outcome = 'fail' | 'unknown' | 'pass' | 'none'

/** What the map shows, before anybody decides where: boxes in jurisdictions, and arrows between them. */
export type MapModel = {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
}

export type MapNode = {
  /** The id of a component or party. A party has a box for each place in which data gets to it. */
  readonly id: string
  /** What the steps of paths call it, where that is not its id. */
  readonly name?: string
  readonly kind: 'component' | 'party'
  readonly title: string
  /** Each with an end that is not cut where there is too little room. */
  readonly lines: readonly { readonly text: string; readonly end?: string }[]
  readonly jurisdiction: Jurisdiction
  /** Its places within that jurisdiction. */
  readonly places: readonly string[]
  readonly outcome: Outcome
  /** Open findings on it, as a line each. */
  readonly open: readonly string[]
}

export type MapEdge = {
  /** Of a flow, its own. */
  readonly id: string
  readonly kind: 'flow' | 'access'
  /** Ids of nodes. */
  readonly from: string
  readonly to: string
  /** Titles of what it carries. */
  readonly data: readonly string[]
  /** How data becomes available, where it is no flow: `hosting`, `logging, support`, `remote access`. */
  readonly how?: string
  readonly outcome: Outcome
  /** Whether what happens along it is a transfer, by any of its disclosures. */
  readonly transfer: Truth
  /** What those transfers rely on. */
  readonly grounds: readonly string[]
  /** Open findings on it, as a line each. */
  readonly open: readonly string[]
}

/** From the one that matters most for the reader. */
const severity: readonly Outcome[] = ['fail', 'unknown', 'pass', 'none']

export const worst = (outcomes: readonly Outcome[]): Outcome => severity.find((one) => outcomes.includes(one)) ?? 'none'

/** Any of several, in strong Kleene logic. */
export const anyOf = (truths: readonly Truth[]): Truth =>
  truths.includes('true') ? 'true' : truths.includes('unknown') ? 'unknown' : 'false'

export const unique = (list: readonly string[]): readonly string[] => [...new Set(list)].sort()

/** A map of lists, from what each of them is kept under. */
export function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}
