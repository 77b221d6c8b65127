import fc from 'fast-check'
import { pipelineWith, fileAt } from '/work/main/tests/properties/pipeline.ts'
import { engagements } from '/work/main/tests/properties/engagements.ts'
import { derive } from '/work/main/src/derive/index.ts'
import { indexRegistry } from '/work/main/src/derive/registry-index.ts'
import { sceneOf } from '/work/main/src/derive/scene.ts'
import { disclosuresOf } from '/work/main/src/derive/disclosures.ts'
const p = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
const t00 = performance.now()
const sample = fc.sample(engagements(p.library), { numRuns: 600, seed: 5 })
console.log('gen', (performance.now() - t00)/600)
const asOf = Date.parse('2026-11-22T12:00:00Z')
const good = sample.filter((e) => p.run(e, asOf).kind === 'ran')
const time = (name: string, f: (e: any) => void) => { const t = performance.now(); for (const e of good) f(e); console.log(name, ((performance.now() - t) / good.length).toFixed(2)) }
time('index', () => indexRegistry(p.library.registry))
time('scene', (e) => sceneOf(p.workspace(e)))
time('disc', (e) => disclosuresOf(sceneOf(p.workspace(e))))
time('derive', (e) => derive(p.workspace(e)))
time('run', (e) => p.run(e, asOf))
let n = 0, d = 0; for (const e of good) { const x = derive(p.workspace(e)); n += x.subjects.length; d += x.subjects.filter(s => s.kind === 'disclosure').length }
console.log('subjects', n / good.length, 'disclosures', d / good.length)
