import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { pipelineWith, fileAt, isValid } from './pipeline.ts'
import { engagements } from './engagements.ts'
import { optionalKeys, without } from './keys.ts'
import { turned } from './laws.ts'
const p = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
const N = Number(process.argv[2] ?? 500), seed = Number(process.argv[3] ?? 1)
const asOf = Date.parse('2026-11-22T12:00:00Z')
const shape = (path: any) => path.map((s: any) => (typeof s === 'number' ? '#' : s)).join('.')
const violates = (e: any, path: any): readonly string[] => {
  const a = without(e, path); if (!isValid(a) || !isValid(e)) return []
  const r = p.run(a, asOf); if (r.kind !== 'ran') return []
  const s = p.run(e, asOf); if (s.kind !== 'ran') return []
  return turned(r, s)
}
const sig = (v: string) => v.replace(/ on .*: (?=[a-z-]+ -> )/, ' ')
// removes what is not needed for a violation of the same kind
function minimal(e: any, path: any, want: string) {
  const ok = (x: any) => { try { return violates(x, path).some((v) => sig(v) === want) } catch { return false } }
  let cur = e
  for (let again = true; again; ) {
    again = false
    for (const { path: q } of optionalKeys(cur)) {
      if (q.join('/') === path.join('/') ) continue
      let x; try { x = without(cur, q); let at: any = x; for (const s of path) at = at?.[s]; if (at === undefined) continue } catch { continue }
      if (ok(x)) { cur = x; again = true; break }
    }
  }
  return cur
}
const seen = new Map<string, { n: number; e: any; path: any; v: string }>()
let cases = 0
for (const e of fc.sample(engagements(p.library), { numRuns: N, seed })) {
  const full = p.run(e, asOf); if (full.kind !== 'ran') continue
  const keys = optionalKeys(e)
  const step = Number(process.argv[4] ?? 5)
  for (let i = cases % step; i < keys.length; i += step) {
    const { path } = keys[i]!
    const a = without(e, path); const r = p.run(a, asOf); if (r.kind !== 'ran') continue
    cases++
    for (const v of turned(r, full)) {
      const k = `${shape(path)} | ${sig(v)}`
      const s = seen.get(k); if (s) s.n++; else seen.set(k, { n: 1, e, path, v })
    }
  }
}
console.log(cases, 'cases,', seen.size, 'kinds')
const byKey = new Map<string, any[]>()
for (const [k, s] of [...seen].sort((a, b) => b[1].n - a[1].n)) { console.log(s.n, k); const kk = k.split(' | ')[0]!; byKey.set(kk, [...(byKey.get(kk) ?? []), s]) }
let text = ''
for (const [kk, list] of byKey) {
  const s = list[0]; const m = minimal(s.e, s.path, sig(s.v))
  text += `\n=== ${kk}: ${violates(m, s.path).join('\n    ')}\n  path ${s.path.join('.')}\n  ${JSON.stringify(m)}\n`
}
console.log(text)
