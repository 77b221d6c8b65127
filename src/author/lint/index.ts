import { loadTestedLibrary, type Sources } from '../../load/workspace.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Document } from '../../model/location.ts'
import { ok, type Result } from '../../model/result.ts'
import type { Rule, RulePack } from '../../model/rule.ts'
import { type Fault, placeOf } from './fault.ts'
import { idleParts } from './idle.ts'
import { pairFaults } from './pairs.ts'
import { documentsOf, rootsOf } from './parts.ts'
import { repeatedTitles, uncheckedControls, untestedRules, unusedConditions } from './set.ts'
import { judge } from './single.ts'

/** What was found in the rules that were asked about. */
export type Linted = { readonly rules: number; readonly faults: readonly Fault[] }

/**
 * Finds the faults of the rules among the files; without files, of all rules. Errors: those of reading rules and tests.
 */
export async function lintRules(sources: Sources): Promise<Result<Linted, Diagnostic>> {
  const library = await loadTestedLibrary(sources)
  if (!library.ok) return library
  const { packs, documents } = library.value
  const named = new Set(sources.files.map(({ path }) => path))
  const added = new Set([...named, ...sources.rules.map(({ path }) => path)])
  const isAsked = (file: string): boolean => named.size === 0 || named.has(file)
  const faults = lint({ packs, documents, isAsked, bringsTests: (file) => added.has(file) })
  return ok({ rules: packs.flatMap(({ rules }) => rules).filter(({ at }) => isAsked(at.file)).length, faults })
}

type RuleSet = {
  /** Every pack that is loaded: rules are compared with all others. */
  readonly packs: readonly RulePack[]
  /** The documents of the rules, the packs, and the tests. */
  readonly documents: readonly Document[]
  /** Whether a file is one that was asked about; faults in others are not told. */
  readonly isAsked: (file: string) => boolean
  /** Whether tests would be among the documents, if the rules of a file had any. */
  readonly bringsTests: (file: string) => boolean
}

/**
 * Every fault in a set of rules, by file, line and column. Decided exactly, over all that the facts can be, each
 * independent of the others; what is too large to be decided is said, as RULE_UNDECIDED.
 */
function lint({ packs, documents, isAsked, bringsTests }: RuleSet): readonly Fault[] {
  const places = documentsOf(documents)
  const rules = packs.flatMap((pack) => pack.rules)
  const asks = ({ at }: Rule): boolean => isAsked(at.file)
  const parts = rules.map((rule) => ({ rule, roots: rootsOf(rule, places) }))
  const judged = parts.map((one) => ({ one, ...(asks(one.rule) ? judge(one) : unasked) }))
  const telling = judged.flatMap(({ one, isTelling }) => (isTelling ? [one] : []))
  // A part of a named condition may matter in any rule of its pack.
  const asksPack = ({ pack }: Rule): boolean => isAsked(places.packs.get(pack)?.file ?? '')
  const tests = documents.filter(({ value }) => (value as { readonly kind: string }).kind === 'RuleTests')
  const single = judged.flatMap(({ faults }) => faults)
  const faults = [
    ...single,
    ...idleParts(
      telling.filter(({ rule }) => asks(rule) || asksPack(rule)),
      new Set(single.map(placeOf)),
    ),
    ...pairFaults(telling, asks),
    ...unusedConditions(parts, places),
    ...uncheckedControls(packs, places),
    ...untestedRules(
      rules.filter(({ at }) => bringsTests(at.file)),
      tests,
    ),
    ...repeatedTitles(rules, places, asks),
  ]
  return inOrder(faults.filter(({ at }) => isAsked(at.file)))
}

/** What is not asked about is taken to be right. */
const unasked: ReturnType<typeof judge> = { faults: [], isTelling: true }

function inOrder(faults: readonly Fault[]): readonly Fault[] {
  const once = new Map(faults.map((fault) => [`${placeOf(fault)} ${fault.code} ${fault.message}`, fault]))
  return [...once.values()].sort(
    ({ at: one }, { at: other }) =>
      compareText(one.file, other.file) || one.line - other.line || one.column - other.column,
  )
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
