/** Every machine format against what its readers take, on real reports and on hostile texts. */
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/generated/report.ts'
import { formatNames, render } from '../../src/render/index.ts'
import { checkFile, example } from '../examples/checking.ts'
import { report, rightModule, unknownRoles, wrongModule } from '../settle/sample.ts'
import { gitlabErrors, intotoErrors, junitErrors, oscalErrors, sarifErrors } from './conforms.ts'
import { exceptional, excused } from './exceptional.ts'

async function reportOf(name: string): Promise<Report> {
  const { report: found, problems } = await checkFile(example(name))
  if (found === undefined) throw new Error(JSON.stringify(problems))
  return found
}

const nasty = `<script>alert(1)</script> & ]]> "quoted" 'single' | \`tick\` %0A::error::x, \u202egnp.\u0000\ud800\n=1+1 [link](http://example.com) @someone`
const sample = report([rightModule, unknownRoles, wrongModule])
const hostile: Report = {
  ...sample,
  engagement: { ...sample.engagement, title: nasty },
  findings: sample.findings.map((one) => ({
    ...one,
    message: nasty,
    codeFrame: `> 1 | ${nasty} \`\`\`\`\n`,
    subject: { ...one.subject, label: nasty },
    at: { ...one.at, file: `a b/ü,:%/${one.at.file}` },
    facts: one.facts.map((fact) => ({ ...fact, value: nasty })),
  })),
}

const hostileWaiver = { reason: nasty, owner: nasty, approver: nasty, ticket: nasty }
const hostileExceptions: Report = {
  ...exceptional,
  findings: exceptional.findings.map((one) =>
    one.waiver === undefined ? one : { ...one, waiver: { ...one.waiver, ...hostileWaiver } },
  ),
  exceptions: exceptional.exceptions.map((one) => ({
    ...one,
    message: nasty,
    rule: nasty,
    subject: { kind: nasty, id: nasty },
    waiver: { ...one.waiver, ...hostileWaiver },
  })),
}

const reports: Readonly<Record<string, readonly Report[]>> = {
  'with exceptions': [exceptional, excused],
  'of hostile exceptions': [hostileExceptions],
  'of a pass': [report([rightModule])],
  'of hostile texts': [hostile],
  'of real engagements': [
    await reportOf('brochure-site'),
    await reportOf('half-left-out'),
    await reportOf('image-generation-processor'),
  ],
}

describe.each(Object.entries(reports))('%s', (_, some) => {
  it('SARIF holds what code scanning takes', async () => {
    expect(sarifErrors(await render(some, 'sarif'))).toEqual([])
  })

  it('Code Quality holds what GitLab takes', async () => {
    expect(gitlabErrors(await render(some, 'gitlab'))).toEqual([])
  })

  it('JUnit is what its strictest reader takes', async () => {
    expect(await junitErrors(await render(some, 'junit'))).toEqual([])
  })

  it('OSCAL is what its schema says, and refers to nothing that is not there', async () => {
    const text = await render(some, 'oscal')
    expect(oscalErrors(text)).toEqual([])
    const defined = [...text.matchAll(/"uuid": "(.*?)"/g)].map(([, uuid]) => uuid)
    expect(new Set(defined).size).toBe(defined.length)
    const named = [...text.matchAll(/"(?:[a-z]+-uuid": "|href": "#)([0-9a-f-]{36})"/g)].map(([, uuid]) => uuid)
    expect(named.length).toBeGreaterThan(some.length)
    expect(named.filter((uuid) => !defined.includes(uuid))).toEqual([])
  })

  it('in-toto statements are what their specification says, one for each engagement', async () => {
    const text = await render(some, 'intoto')
    const statements = some.length === 1 ? [text] : text.trimEnd().split('\n')
    expect(statements).toHaveLength(some.length)
    expect(statements.flatMap(intotoErrors)).toEqual([])
  })

  it.each(formatNames)('%s is the same twice', async (format) => {
    expect(await render(some, format)).toBe(await render(some, format))
  })
})

const open = (some: readonly Report[]) =>
  some.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome !== 'pass'))
const real = reports['of real engagements'] ?? []

describe('SARIF', async () => {
  const [run] = JSON.parse(await render(real, 'sarif')).runs

  it('has one result for each open finding, the weightiest first, each with its rule', () => {
    expect(run.results).toHaveLength(open(real).length)
    const ids = run.results.map(({ ruleIndex }: { ruleIndex: number }) => run.tool.driver.rules[ruleIndex].id)
    expect(ids).toEqual(run.results.map(({ ruleId }: { ruleId: string }) => ruleId))
    const levels = run.results.map(({ level }: { level: string }) => ['error', 'warning', 'note'].indexOf(level))
    expect(levels).toEqual([...levels].sort())
  })

  it('gives each a fingerprint of its own, which does not depend on its line', async () => {
    const prints = run.results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints))
    expect(new Set(prints).size).toBe(prints.length)
    const moved = real.map((one) => ({
      ...one,
      findings: one.findings.map((finding) => ({ ...finding, at: { ...finding.at, line: finding.at.line + 7 } })),
    }))
    const [other] = JSON.parse(await render(moved, 'sarif')).runs
    expect(
      other.results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints)),
    ).toEqual(prints)
  })

  it('places what lies outside the folder of the check without its root', async () => {
    const [finding] = open([sample])
    if (finding === undefined) throw new Error('nothing is open')
    const outside = { ...sample, findings: [{ ...finding, at: { ...finding.at, file: '../x.yaml' } }] }
    const [result] = JSON.parse(await render([outside], 'sarif')).runs[0].results
    expect(result.locations[0].physicalLocation.artifactLocation).toEqual({ uri: '../x.yaml' })
  })
})

describe('JUnit', () => {
  it('counts what it holds', async () => {
    const xml = await render([sample], 'junit')
    const count = (pattern: RegExp): number => [...xml.matchAll(pattern)].length
    const [, tests, failures, errors, skipped] =
      /tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/.exec(xml) ?? []
    expect([tests, failures, errors, skipped].map(Number)).toEqual([
      count(/<testcase /g),
      count(/<failure /g),
      count(/<error /g),
      count(/<skipped /g),
    ])
    expect(failures).toBe('1')
    expect(errors).toBe('1')
  })

  it('skips what weighs less than the fail level, and says so', async () => {
    const light = report([rightModule, wrongModule])
    const noted = { ...light, findings: light.findings.map((one) => ({ ...one, level: 'note' as const })) }
    const xml = await render([noted], 'junit')
    expect(xml).not.toContain('<failure')
    expect(xml).toContain('<skipped message="note, fail: ')
  })
})

describe('OSCAL', () => {
  type Target = { readonly 'target-id': string; readonly status: { readonly state: string; readonly reason: string } }
  const targetsOf = async (some: Report): Promise<readonly Target[]> => {
    const { results } = JSON.parse(await render([some], 'oscal'))['assessment-results']
    return results[0].findings.map(({ target }: { readonly target: Target }) => target)
  }
  const statusOf = async (some: Report) => (await targetsOf(some)).map(({ status }) => Object.values(status).join(' '))
  const waived = (one: Report): Report => {
    const at = { file: 'waivers.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }
    const waiver = { reason: 'Moving.', owner: 'A', approver: 'B', expires: '2032-01-01', ticket: 'T-1', at }
    return { ...one, findings: one.findings.map((finding) => ({ ...finding, waiver })) }
  }

  it('says of a control what the worst observation of it means', async () => {
    expect(await statusOf(report([rightModule]))).toEqual(['satisfied pass'])
    expect(await statusOf(report([rightModule, wrongModule]))).toEqual(['not-satisfied fail'])
    expect(await statusOf(report([rightModule, unknownRoles]))).toEqual(['not-satisfied other'])
    expect(await statusOf(waived(report([wrongModule])))).toEqual(['not-satisfied other'])
  })

  it('has no finding of a control of which no rule applied, and lists it as reviewed', async () => {
    const [one] = real
    if (one === undefined) throw new Error('no report')
    const silent = one.controls.filter(({ rules, outcomes }) => {
      return rules.length > 0 && outcomes.pass + outcomes.fail + outcomes.unknown === 0
    })
    expect(silent.length).toBeGreaterThan(0)
    const found = new Set((await targetsOf(one)).map((target) => target['target-id']))
    expect(silent.filter(({ id }) => found.has(id))).toEqual([])
    const text = await render([one], 'oscal')
    for (const { id } of silent) expect(text).toContain(`"control-id": "${id}"`)
  })

  it('keeps hostile texts inert', async () => {
    expect(await render([hostile], 'oscal')).not.toMatch(/<script|(?<!\\)\[link|\u202e/)
  })

  it('gives observations the same UUID when lines move, and others to another engagement', async () => {
    const uuids = async (some: Report): Promise<readonly string[]> =>
      JSON.parse(await render([some], 'oscal'))['assessment-results'].results[0].observations.map(
        ({ uuid }: { readonly uuid: string }) => uuid,
      )
    const before = await uuids(sample)
    const at = { file: 'other.yaml', line: 9, column: 9, endLine: 9, endColumn: 9 }
    expect(await uuids({ ...sample, findings: sample.findings.map((one) => ({ ...one, at })) })).toEqual(before)
    const other = await uuids({ ...sample, engagement: { ...sample.engagement, id: 'other' } })
    expect(other.filter((uuid) => before.includes(uuid))).toEqual([])
  })
})

describe('in-toto', () => {
  const predicateOf = async (some: Report) => JSON.parse(await render([some], 'intoto')).predicate

  it('is FAILED where the verdict is, and names the rules that fail it', async () => {
    const predicate = await predicateOf(sample)
    expect(predicate.result).toBe('FAILED')
    expect(predicate.failedTests).toEqual(['sample/modules'])
    expect(predicate.passedTests).toEqual(['sample/adequacy'])
  })

  it('is PASSED only where nothing is open, waived or left out', async () => {
    const passed = report([rightModule])
    expect((await predicateOf(passed)).result).toBe('PASSED')
    const partial = { ...passed, verdict: { ...passed.verdict, packsLeftOut: ['transfers'] } }
    expect((await predicateOf(partial)).result).toBe('WARNED')
    const [finding, ...rest] = passed.findings
    if (finding === undefined) throw new Error('no findings')
    const light = { ...passed, findings: [{ ...finding, outcome: 'fail' as const, level: 'note' as const }, ...rest] }
    const predicate = await predicateOf(light)
    expect(predicate.result).toBe('WARNED')
    expect(predicate.warnedTests).toEqual([finding.rule])
  })

  it('counts what a baseline holds, and binds every part of the Report', async () => {
    const held = { ...sample, findings: sample.findings.map((one) => ({ ...one, baselined: true as const })) }
    const [predicate, other] = [await predicateOf(sample), await predicateOf(held)]
    expect([other.result, other.failedTests]).toEqual([predicate.result, predicate.failedTests])
    const changed = { ...sample, findings: sample.findings.map((one) => ({ ...one, remedy: 'Another.' })) }
    expect(await render([changed], 'intoto')).not.toBe(await render([sample], 'intoto'))
  })
})

describe('GitHub', async () => {
  it('writes one command a line, whatever the text', async () => {
    const lines = (await render([hostile], 'github')).trimEnd().split('\n')
    expect(lines).toHaveLength(open([hostile]).length + 1)
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) [^:]*::(?!.*[\r\n])/)
  })
})

describe('CSV', () => {
  it('holds a row of the same number of cells for each finding, and no formula', async () => {
    const rows = cellsOf(await render([hostile], 'csv'))
    expect(rows).toHaveLength(hostile.findings.length + 1)
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    const formula = { ...sample, findings: sample.findings.map((one) => ({ ...one, message: '=HYPERLINK("x")' })) }
    for (const cell of cellsOf(await render([formula], 'csv')).flat()) expect(cell).not.toMatch(/^[=+\-@]/)
  })
})

/** A reader of RFC 4180. */
function cellsOf(text: string): string[][] {
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of text.matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('Markdown', async () => {
  it('keeps hostile texts inert', async () => {
    // Inside a fence nothing is read as Markdown; it is closed by a longer run of backticks than any inside.
    const text = (await render([hostile], 'markdown')).replaceAll(/^`{5}text$[\s\S]*?^`{5}$/gm, '')
    expect(text).not.toMatch(/<script|alert\(1\)|\]\(http|(?<!\w)@someone/)
    expect(text).toContain('&#60;script')
  })
})

describe('exceptions', () => {
  const on = (id: string): string => `${id} to the processor`
  const sarifOf = async (one: Report) => JSON.parse(await render([one], 'sarif')).runs[0]

  it('SARIF holds what is open and not waived, what is new apart from the baseline, and waivers that lift nothing', async () => {
    const run = await sarifOf(exceptional)
    const said = run.results.map((one: { ruleId: string; properties: { subject: string }; baselineState: string }) => [
      one.ruleId,
      one.properties.subject,
      one.baselineState,
    ])
    expect(said).toHaveLength(4 + 4)
    expect(said).toContainEqual(['sample/modules', on('orders'), 'unchanged'])
    expect(said).toContainEqual(['sample/modules', on('returns'), 'new'])
    expect(said).toContainEqual(['waivers/expired', 'disclosure returns', 'new'])
    expect(said.map(([, subject]: string[]) => subject)).not.toContain(on('crm-data'))
    expect(run.properties.waived).toMatchObject([{ subject: on('crm-data'), outcome: 'fail' }])
    const known = run.results.every(
      ({ ruleId, ruleIndex }: { ruleId: string; ruleIndex: number }) => run.tool.driver.rules[ruleIndex].id === ruleId,
    )
    expect(known).toBe(true)
  })

  it('SARIF says nothing of a baseline where there is none', async () => {
    const { results } = await sarifOf(sample)
    expect(results.every((one: object) => !('baselineState' in one))).toBe(true)
  })

  it('fingerprints are unique in GitLab, which would hide the second', async () => {
    const issues = JSON.parse(await render([exceptional], 'gitlab')) as readonly {
      fingerprint: string
      description: string
    }[]
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
    expect(issues.filter(({ description }) => description.startsWith('Waived until 2032-01-31'))).toHaveLength(1)
  })

  it('JUnit fails by what fails the exit code', async () => {
    const counted = async (one: Report) =>
      /failures="(\d+)" errors="(\d+)"/
        .exec(await render([one], 'junit'))
        ?.slice(1)
        .map(Number)
    expect(await counted(excused)).toEqual([0, 0])
    // Two that are new, and the waiver that names more than one finding; the others only warn.
    expect(await counted(exceptional)).toEqual([3, 0])
    expect(await render([exceptional], 'junit')).toContain('<skipped message="waived until 2032-01-31')
  })

  it.each(formatNames)('%s shows waivers that lift nothing, and the one in force', async (format) => {
    const shown = await render([exceptional], format)
    const written: Partial<Record<typeof format, (status: string) => string>> = {
      json: (status) => `"status": "${status}"`,
      junit: (status) => `waivers.${status}`,
      markdown: (status) => `(${status})`,
    }
    for (const status of ['expired', 'stale', 'unused', 'over-broad'])
      expect(shown).toContain(written[format]?.(status) ?? `waivers/${status}`)
    expect(shown).toMatch(format === 'intoto' ? /"warnedTests"/ : /waived/i)
  })

  it('every format says what the baseline does to the exit code, but for lists of findings', async () => {
    for (const format of ['text', 'markdown', 'github', 'sarif', 'html'] as const) {
      expect(await render([excused], format)).toContain('exit code is 0 although the verdict is FAIL')
    }
    expect(JSON.parse(await render([excused], 'json')).baseline).toMatchObject({ excuses: true })
  })
})
