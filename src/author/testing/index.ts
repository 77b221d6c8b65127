import { anyInstant, type RuleTests } from '../../load/rules/index.ts'
import { loadTestedLibrary, type Sources } from '../../load/workspace.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { Rule } from '../../model/rule.ts'
import { measureCoverage, measureMutation, type RuleCoverage, type RuleMutation } from './measure.ts'
import { documentsByName, type PlacedRule, placeRule } from './placed.ts'
import { type RuleResult, runTests } from './run.ts'
import { matcher, nothingSelected, selected } from './selection.ts'

export type TestOptions = {
  /** Only rules and cases whose id or name has this in it, or matches it. */
  readonly run?: string
  readonly coverage?: boolean
  readonly mutate?: boolean
  /** Is told how many rules have been measured. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void
}

/** What came of the tests of some rules. */
export type Tested = {
  readonly results: readonly RuleResult[]
  /** Rules among the files that have no tests there. */
  readonly untested: readonly Rule[]
  /** A test failed, so that what was to be measured is not: what fails shows nothing. */
  readonly waiting?: true
  /** Absent where it was not asked for, and where it is waiting. */
  readonly coverage?: readonly RuleCoverage[]
  readonly mutation?: readonly RuleMutation[]
}

/**
 * Runs the tests among the files, on the rules beside them and on the shipped ones.
 *
 * Errors: those of reading rules and tests; NO_INPUT without tests; FLAG_INVALID where `run` matches nothing.
 */
export async function testRules(sources: Sources, options: TestOptions = {}): Promise<Result<Tested, Diagnostic>> {
  const library = await loadTestedLibrary(sources)
  if (!library.ok) return library
  const { packs, suites, documents } = library.value
  const own = new Set(sources.files.map(({ path }) => path))
  const rules = packs.flatMap((pack) => pack.rules)
  const untested = rules.filter(({ id, at }) => own.has(at.file) && !suites.some(({ rule }) => rule.id === id))
  if (suites.length === 0) return failed([noTests])
  const { run, coverage = false, mutate = false } = options
  const picked = run === undefined ? suites : selected(suites, run)
  const lacking = run === undefined ? untested : untested.filter(({ id }) => matcher(run)(id))
  if (run !== undefined && picked.length + lacking.length === 0) return failed([nothingSelected(suites, run)])
  const measuring = coverage || mutate
  // What the tests of a rule show, all of them show together.
  const ids = new Set(picked.map(({ rule }) => rule.id))
  const tests = measuring ? suites.filter(({ rule }) => ids.has(rule.id)) : picked
  const results = tests.map(runTests)
  const tested = { results, untested: lacking }
  if (!measuring) return ok(tested)
  if (results.some((result) => result.results.some(({ passed }) => !passed))) return ok({ ...tested, waiting: true })
  return ok({ ...tested, ...measured([...tests, ...lacking.map(withoutTests)], documents, options) })
}

function measured(
  suites: readonly Measurable[],
  documents: Parameters<typeof documentsByName>[0],
  { coverage = false, mutate = false, onProgress }: TestOptions,
): Pick<Tested, 'coverage' | 'mutation'> {
  if (!coverage && !mutate) return {}
  const documentOf = documentsByName(documents)
  const [covered, mutated]: [RuleCoverage[], RuleMutation[]] = [[], []]
  for (const [position, suite] of suites.entries()) {
    const placed: PlacedRule = placeRule(suite.rule, documentOf)
    if (coverage) covered.push(measureCoverage(placed, suite))
    if (mutate) mutated.push(measureMutation(placed, suite))
    onProgress?.({ done: position + 1, of: suites.length })
  }
  return { ...(coverage ? { coverage: covered } : {}), ...(mutate ? { mutation: mutated } : {}) }
}

type Measurable = Pick<RuleTests, 'rule' | 'cases' | 'asOf'>

const withoutTests = (rule: Rule): Measurable => ({ rule, cases: [], asOf: anyInstant })

const noTests: Diagnostic = {
  code: 'NO_INPUT',
  message: 'No rule tests are in the files',
  hint: 'Name a folder with tests: documents with "kind: RuleTests", mostly <rule>.test.yaml beside <rule>.rule.yaml.',
}
