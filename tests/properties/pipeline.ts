/** The pipeline from the value of a descriptor on, with the registry and the rules read once: no text, no places. */
import { readFileSync } from 'node:fs'
import { derive } from '../../src/derive/index.ts'
import { compile, type Plan } from '../../src/evaluate/plan.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { checkContradictions } from '../../src/load/contradictions.ts'
import { checkIds } from '../../src/load/ids.ts'
import { loadValidators } from '../../src/load/kinds.ts'
import { type Names, namesOf } from '../../src/load/names.ts'
import { checkReferences } from '../../src/load/references.ts'
import { collectProblems } from '../../src/load/rules/problems.ts'
import { type Library, loadLibrary } from '../../src/load/workspace.ts'
import type { DiagnosticCode } from '../../src/model/diagnostic.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import type { Document, Location, SourceFile } from '../../src/model/location.ts'
import type { Outcome } from '../../src/model/outcome.ts'
import type { Rule } from '../../src/model/rule.ts'
import type { Subject } from '../../src/model/subject.ts'
import type { Workspace } from '../../src/model/workspace.ts'

const root = new URL('../../', import.meta.url)
const nowhere: Location = { file: 'sample', line: 1, column: 1, endLine: 1, endColumn: 1 }

const documentOf = (value: Engagement): Document<Engagement> => ({
  file: 'sample',
  index: 0,
  value,
  at: () => nowhere,
})

/** What one set of registry documents makes of descriptors. */
export type Pipeline = {
  readonly library: Library
  readonly plan: Plan
  readonly workspace: (engagement: Engagement) => Workspace
  /** What loading and deriving refuse, or the outcomes. `valid`: the schema holds as well. */
  readonly run: (engagement: Engagement, asOf: number) => Ran
}

export type Ran =
  | { readonly kind: 'refused'; readonly codes: readonly DiagnosticCode[] }
  | { readonly kind: 'ran'; readonly said: Said; readonly verdict: 'pass' | 'fail'; readonly open: readonly Finding[] }

/** `open`: what fails or is unknown at error level, and so makes the verdict. */
type Finding = { readonly rule: Rule; readonly subject: Subject; readonly outcome: Outcome }

/** By kind and id of the subject: what each rule of its kind says, in the order of the rules. */
type Said = ReadonlyMap<string, { readonly subject: Subject; readonly outcomes: readonly Outcome[] }>

const validators = await loadValidators(['Engagement'])

export const isValid = (value: unknown): value is Engagement => validators.Engagement?.(value) === true

/** The shipped registry and rules, and registry documents of one's own. */
export async function pipelineWith(registry: readonly SourceFile[]): Promise<Pipeline> {
  const loaded = await loadLibrary({ shipped: readShipped(), rules: [], registry })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, undefined, 2))
  const library = loaded.value
  const names = namesOf(library.registry)
  const plan = compile(library.packs.flatMap((pack) => pack.rules))
  const digests = { descriptor: '', descriptorFile: '', rules: '', registry: '', config: '', waivers: '' }
  const workspace = (engagement: Engagement): Workspace => ({
    engagement: documentOf(engagement),
    text: '',
    registry: library.registry,
    packs: library.packs,
    waivers: [],
    infrastructure: [],
    accessEvidence: [],
    digests: () => digests,
    configuration: { packs: [], levels: [] },
  })
  return {
    library,
    plan,
    workspace,
    run: (engagement, asOf) => {
      const codes = refusals(engagement, library, names)
      if (codes.length > 0) return { kind: 'refused', codes }
      const derived = derive(workspace(engagement))
      if (derived.contradictions.length > 0)
        return { kind: 'refused', codes: derived.contradictions.map((one) => one.code) }
      const said = new Map<string, { subject: Subject; outcomes: Outcome[] }>()
      const applied: Finding[] = []
      for (const subject of derived.subjects) {
        const outcomes: Outcome[] = []
        said.set(`${subject.kind} ${subject.id}`, { subject, outcomes })
        plan.visit(subject, asOf, (rule, outcome) => {
          outcomes.push(outcome)
          if (outcome.kind !== 'not-applicable') applied.push({ rule, subject, outcome })
        })
      }
      const open = applied.filter(({ rule, outcome }) => outcome.kind !== 'pass' && rule.level === 'error')
      const passed = applied.some(({ rule, outcome }) => outcome.kind === 'pass' && rule.level === 'error')
      return { kind: 'ran', said, verdict: passed && open.length === 0 ? 'pass' : 'fail', open }
    },
  }
}

/** What loading says of a descriptor whose schema holds. */
function refusals(engagement: Engagement, { registry }: Library, names: Names): readonly DiagnosticCode[] {
  const problems = collectProblems()
  const document = documentOf(engagement)
  checkIds(document, registry, problems)
  checkReferences(document, registry, names, problems)
  checkContradictions(document, names, problems)
  return problems.list().map(({ code }) => code)
}

/** A file below the root of the project. */
export const fileAt = (path: string): SourceFile => ({ path, bytes: readFileSync(new URL(path, root)) })

/**
 * How many cases, and from which seed: another one for each part of a property. The seed of CI is fixed, so that red is about the change; `FC_SEED=random` hunts,
 * and fast-check prints the seed of what it finds, to be given as `FC_SEED`.
 */
export function runs(numRuns: number, part = 1): { readonly numRuns: number; readonly seed?: number } {
  const { FC_SEED: seed = String(20261121 + part), FC_RUNS } = process.env
  return { numRuns: Number(FC_RUNS ?? numRuns), ...(seed === 'random' ? {} : { seed: Number(seed) }) }
}
