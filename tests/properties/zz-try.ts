import fc from 'fast-check'
import { pipelineWith, fileAt, isValid, complaints } from '/work/main/tests/properties/pipeline.ts'
import { engagements } from '/work/main/tests/properties/engagements.ts'
import { optionalKeys, without } from '/work/main/tests/properties/keys.ts'
const p = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
const sample = fc.sample(engagements(p.library), { numRuns: 2000, seed: 5 })
let bad = 0; const codes: Record<string, number> = {}; const out: Record<string, number> = {}; let pass = 0
const t0 = performance.now()
let tr = 0, keys = 0, ran = 0
for (const e of sample) {
  if (!isValid(e)) { if (bad++ === 0) console.log(complaints(), JSON.stringify(e)); continue }
  const t = performance.now()
  const r = p.run(e, Date.parse('2026-11-22T12:00:00Z'))
  tr += performance.now() - t
  keys += optionalKeys(e).length
  if (r.kind === 'refused') { for (const c of new Set(r.codes)) codes[c] = (codes[c] ?? 0) + 1; continue }
  ran++
  if (r.verdict === 'pass') pass++
  for (const { outcome } of r.outcomes.values()) out[outcome.kind] = (out[outcome.kind] ?? 0) + 1
}
console.log({ bad, codes, out, pass, ran, keys: keys / sample.length, ms: tr / 2000, all: performance.now() - t0 })
