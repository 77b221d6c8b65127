import { describe, expect, it } from 'vitest'
import type { Infrastructure } from '../../src/model/generated/infrastructure.ts'
import { awsAround, awsPlan } from '../import/terraform/aws-plan.ts'
import { paths, without } from '../import/terraform/gone.ts'
import { readPlan, readText } from '../import/terraform/plan.ts'
import { descriptor, documentOf, openOf, reportOf, saidOf } from './sample.ts'

const kept = /uploads|copies|site|catalogue|open$|kms_key/
const resources = awsPlan.filter(({ address }) => kept.test(address))
const buckets = 'module.storage.aws_s3_bucket.uploads, aws_s3_bucket.site, aws_s3_bucket.copies'

/** The sample's descriptor, in which two components say which resources they are. */
const declared = descriptor
  .replace('  - id: files\n', `  - id: files\n    source: [${buckets}]\n`)
  .replace('  - id: database\n', '  - id: database\n    source: [aws_db_instance.catalogue]\n')

const check = async (read: Infrastructure) => reportOf(declared, [documentOf(read)])

describe('a plan for AWS against a descriptor', () => {
  it('shows where they differ', async () => {
    expect(saidOf(await check(await readPlan(resources, awsAround)))).toMatchInlineSnapshot(`
      [
        "fail component-planned on assistant",
        "fail component-planned on shop",
        "fail copies-declared on module.storage.aws_s3_bucket.uploads",
        "fail kept-data-not-exposed on aws_db_instance.catalogue",
        "fail kept-data-not-exposed on aws_s3_bucket.site",
        "fail key-held-as-declared on aws_db_instance.catalogue",
        "fail region-declared on aws_s3_bucket.copies",
        "fail service-declared on module.storage.aws_kms_key.data",
      ]
    `)
  })

  it('clears nothing when a value is gone', async () => {
    const idOf = ({ rule, subject }: { readonly rule: string; readonly subject: { readonly id: string } }): string =>
      `${rule} on ${subject.id}`
    const before = openOf(await check(await readPlan(resources, awsAround))).map(idOf)
    const cleared: string[] = []
    for (const [at, { address, after }] of resources.entries())
      for (const path of paths(after)) {
        const read = await readText(without(resources, awsAround, at, path, 'left out'))
        if (!read.ok) throw new Error(read.problems[0]?.message)
        const open = new Set(openOf(await check(read.value.value)).map(idOf))
        cleared.push(...before.filter((one) => !open.has(one)).map((one) => `${address} ${path.join('.')}: ${one}`))
      }
    expect(before.length).toBeGreaterThan(5)
    expect(cleared).toEqual([])
  })
})
