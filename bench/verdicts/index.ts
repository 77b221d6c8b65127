/** Verdicts on the shipped rules, against other engines: equality first, then wrong passes, then time. */
import { writeFileSync } from 'node:fs'
import { decide } from '../../src/evaluate/reference.ts'
import type { Instant } from '../../src/model/instant.ts'
import type { Subject } from '../../src/model/subject.ts'
import { type Contender, code, type Decide } from './contender.ts'
import { baselineOf, byRule, bySubject } from './javascript.ts'
import { ajvSchemas, cedarWasm, cel, jsonLogic, jsonRulesEngine, zen } from './peers.ts'
import { planOnSubjects, planOnValues, planWithFindings } from './plan.ts'
import { type KindSample, type Sample, sampleOf } from './subjects.ts'

const asOf: Instant = Date.parse('2026-11-22T12:00:00Z')

const plan = planOnValues('generated')
const contenders: readonly Contender[] = [
  plan,
  planOnValues('closures'),
  planOnSubjects,
  planWithFindings,
  bySubject,
  byRule,
  jsonLogic,
  ajvSchemas,
  cel,
  cedarWasm,
  zen,
  jsonRulesEngine,
]

type Entry = {
  readonly contender: Contender
  readonly kinds: readonly { readonly decide: Decide; readonly codes: Uint8Array; readonly expected: Uint8Array }[]
  readonly pairs: number
}

/** Measures, and gives the section for the results. */
export async function benchVerdicts(): Promise<string> {
  const sample = await sampleOf(Number(process.env.BENCH_DESCRIPTORS ?? 1000), asOf)
  if (process.env.BENCH_WRITE_BASELINE !== undefined)
    writeFileSync(new URL('baseline.js', import.meta.url), baselineOf(sample.rules))
  const rows: string[] = []
  const complete = await entriesOf(sample.complete)
  const wrong = new Map<Contender, string>()
  for (const entry of complete) {
    await run(entry)
    const { different, of } = differences(entry)
    if (different > 0 && entry.contender.oneOf === 1)
      throw new Error(`${entry.contender.name}: ${different} of ${of} differ`)
    wrong.set(entry.contender, `${different} of ${of}`)
  }
  const entries = await entriesOf(sample.asDerived)
  const times = await measured(entries)
  const rate = (entry: Entry): number => entry.pairs / (times.get(entry) ?? Number.NaN) / 1000
  const base = entries[0] as Entry
  for (const entry of entries) {
    const { undecidable, passes, decided, lost } = onMissing(entry)
    rows.push(
      `| ${entry.contender.name} | ${rate(entry).toPrecision(3)} | ${(rate(base) / rate(entry)).toPrecision(3)} | ${wrong.get(entry.contender)} | ${passes} of ${undecidable} | ${lost} of ${decided} |`,
    )
  }
  return section(sample, rows)
}

const rounds = Number(process.env.BENCH_ROUNDS ?? 15)

function section({ descriptors, rules, asDerived }: Sample, rows: readonly string[]): string {
  const subjects = asDerived.reduce((sum, kind) => sum + kind.subjects.length, 0)
  return [
    '# Verdicts',
    '',
    `${rules.length} shipped rules on the ${subjects} subjects of ${descriptors} random descriptors: medians of ${rounds} rounds, each engine once in every round. Everyone is given its rules compiled, and facts in the form that it likes best, before the clock starts. Engines that take seconds decide one subject of some, evenly chosen; those without dates and comparisons of two facts decide the rules that have none.`,
    '',
    '| engine | million pairs a second | the plan is faster by | other than the reference, all facts present | wrong passes on undecidable pairs | decidable pairs lost |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** The reference is slow, and is asked once about each pair. */
const references = new Map<KindSample, ReadonlyMap<Subject, Uint8Array>>()

function expectedOf(some: KindSample, all: KindSample): Uint8Array {
  const known =
    references.get(all) ??
    new Map(
      all.subjects.map((subject) => [
        subject,
        Uint8Array.from(all.rules, (rule) => code[decide(rule, subject, asOf).kind]),
      ]),
    )
  references.set(all, known)
  const places = some.rules.map((rule) => all.rules.indexOf(rule))
  return Uint8Array.from(
    some.subjects.flatMap((subject) => places.map((place) => known.get(subject)?.[place] ?? code.lost)),
  )
}

async function entriesOf(samples: readonly KindSample[]): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const contender of contenders) {
    const kinds: Entry['kinds'][number][] = []
    for (const all of samples) {
      const some = part(all, contender)
      if (some.rules.length === 0 || some.subjects.length === 0) continue
      const expected = expectedOf(some, all)
      kinds.push({ decide: await contender.prepare(some, asOf), codes: new Uint8Array(expected.length), expected })
    }
    entries.push({ contender, kinds, pairs: kinds.reduce((sum, { codes }) => sum + codes.length, 0) })
  }
  return entries
}

function part({ kind, rules, subjects, values }: KindSample, { oneOf, expresses }: Contender): KindSample {
  return {
    kind,
    rules: rules.filter(expresses),
    subjects: subjects.filter((_, at) => at % oneOf === 0),
    values: values.filter((_, at) => at % oneOf === 0),
  }
}

async function run({ kinds }: Entry): Promise<void> {
  for (const { decide, codes } of kinds) await decide(codes)
}

async function measured(entries: readonly Entry[]): Promise<ReadonlyMap<Entry, number>> {
  const times = new Map<Entry, number[]>(entries.map((entry) => [entry, []]))
  for (let round = -3; round < rounds; round++) {
    for (const entry of entries) {
      const start = performance.now()
      await run(entry)
      if (round >= 0) times.get(entry)?.push(performance.now() - start)
    }
  }
  return new Map([...times].map(([entry, list]) => [entry, list.sort((a, b) => a - b)[list.length >> 1] as number]))
}

/** Where a decided outcome is another one. */
function differences({ kinds }: Entry): { readonly different: number; readonly of: number } {
  let [different, of] = [0, 0]
  for (const { codes, expected } of kinds) {
    for (const [at, outcome] of expected.entries()) {
      if (outcome === code.unknown) continue
      of++
      if (codes[at] !== outcome) different++
    }
  }
  return { different, of }
}

function onMissing({ kinds }: Entry) {
  const found = { undecidable: 0, passes: 0, decided: 0, lost: 0 }
  for (const { codes, expected } of kinds) {
    for (const [at, outcome] of expected.entries()) {
      if (outcome === code.unknown) {
        found.undecidable++
        if (codes[at] === code.pass) found.passes++
      } else {
        found.decided++
        if (codes[at] !== outcome) found.lost++
      }
    }
  }
  return found
}
