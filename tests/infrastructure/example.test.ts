import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importInfrastructure } from '../../src/import/index.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { check } from '../../src/pipeline.ts'
import { evidence, example } from '../examples/checking.ts'
import { foreign } from '../import/foreign.ts'
import { openOf, saidOf } from './sample.ts'

const path = 'examples/plans/portal-eea.json'

describe('the example of a plan', () => {
  it('shows what the descriptor of the portal does not say, and json-rules-engine agrees', async () => {
    const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    const plan = await importInfrastructure(foreign(path, text))
    if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
    const sources = { files: [example('portal-eea')], shipped: readShipped(), rules: [], registry: evidence }
    const { reports, problems } = await check(
      { ...sources, infrastructure: [plan.value] },
      { asOf: Date.parse('2026-11-22T12:00:00Z'), secondOpinion: true },
    )
    expect(problems).toEqual([])
    const [report] = reports
    if (report === undefined) throw new Error('There is no report')
    expect(report.verdict.result).toBe('fail')
    expect(saidOf(report).filter((one) => one.startsWith('fail'))).toEqual([
      'fail encrypted-as-declared on aws_db_instance.main',
      'fail region-declared on aws_db_instance.main',
      'fail service-declared on aws_s3_bucket.exports',
    ])
    expect(openOf(report).every(({ at, alsoAt = [] }) => at.file.endsWith('.yaml') && alsoAt.length > 0)).toBe(true)
    expect(report.digests.infrastructure).toMatch(/^[0-9a-f]{64}$/)
  })
})
