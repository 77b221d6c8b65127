import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSigned } from '../../src/attest/bundle.ts'
import { seal } from '../../src/attest/dsse.ts'
import { addedFiles, shippedDigest } from '../../src/attest/inputs.ts'
import { signableOf, signableReport } from '../../src/attest/sign.ts'
import { bytesOf } from '../../src/attest/statement.ts'
import { verify } from '../../src/attest/verify.ts'
import type { Sources } from '../../src/load/workspace.ts'
import type { Report } from '../../src/model/generated/report.ts'
import { check } from '../../src/pipeline.ts'
import type { Statement } from '../../src/render/intoto.ts'
import { baselineOf } from '../../src/settle/baseline.ts'
import { digestOf } from '../../src/text/digest.ts'
import { asOf, codesOf, descriptor, file, houseRules, jsonFile, newPair, signed, sources, verified } from './house.ts'

const pair = newPair('ed25519')
let made: Awaited<ReturnType<typeof signed>>
beforeAll(async () => {
  made = await signed(pair.private)
})

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string => Buffer.from(bytes).toString('utf8')
const replaced = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`There is no ${from}`)
  return text.replace(from, to)
}

/** Signed again by whoever holds the key, after the statement was changed. */
function resigned(edit: (statement: Statement) => Statement) {
  return seal(bytesOf(edit(made.statement)), pair.private)
}

describe.each(['ed25519', 'prime256v1', 'secp384r1'] as const)('with %s', (kind) => {
  it('what was signed is verified, by its inputs and as a bundle', async () => {
    const keys = newPair(kind)
    const { envelope, bundle } = await signed(keys.private)
    for (const value of [envelope, bundle]) {
      const found = await verified(value, keys.public)
      expect(codesOf(found)).toEqual([])
      expect(found.again?.verdict.result).toBe('pass')
      expect(found.shippedHere).toBe(true)
    }
    // A bundle needs nothing beside it.
    const alone = await verify({
      file: jsonFile('b', bundle),
      key: keys.public,
      added: [],
      shipped: { files: [] },
      sameOutcomes: () => false,
    })
    expect(codesOf(alone)).toEqual([])
    expect(alone.shippedHere).toBe(false)
  })
})

describe('the statement', () => {
  it('binds the descriptor, every other file and what is shipped, byte by byte', () => {
    const { subject, predicate } = made.statement
    expect(subject).toMatchObject([{ name: 'engagements/site.yaml', annotations: { engagement: 'site' } }])
    const names = predicate.configuration.map(({ name, annotations }) => [name, annotations?.input])
    expect(names).toEqual([
      ['douane', undefined],
      ['descriptor', undefined],
      ['rules', undefined],
      ['registry', undefined],
      ['configuration', undefined],
      ['waivers', undefined],
      ['report', undefined],
      ['shipped', undefined],
      ['house/rules.yaml', 'rules'],
      ['house/registry.yaml', 'registry'],
      ['douane.config.yaml', 'configuration'],
      ['waivers.yaml', 'waivers'],
    ])
    expect(predicate.configuration[0]?.annotations).toMatchObject({
      asOf: '2026-11-22T00:00:00Z',
      secondOpinion: 'agreed',
    })
    expect(predicate.result).toBe('WARNED')
  })

  it('is the same twice, and signed the same with Ed25519', async () => {
    expect(await signed(pair.private)).toEqual(made)
  })
})

describe('with other inputs', () => {
  const changed = {
    descriptor: file(descriptor.path, `${textOf(descriptor)}# A remark.\n`),
    rules: { ...sources, rules: [file(houseRules.path, replaced(textOf(houseRules), 'Change it.', 'Leave it.'))] },
    remark: { ...sources, rules: [file(houseRules.path, replaced(textOf(houseRules), 'What', 'All that'))] },
    more: { ...sources, rules: [houseRules, file('house/more.yaml', textOf(houseRules))] },
    config: { ...sources, config: file('douane.config.yaml', 'apiVersion: douane/v1\nkind: Config\n') },
  } as const
  const by = (of: Sources) => verified(made.envelope, pair.public, {}, of)

  it('a changed descriptor is refused, beside a bundle as well', async () => {
    for (const value of [made.envelope, made.bundle]) {
      const found = await verified(value, pair.public, { descriptor: changed.descriptor })
      expect(codesOf(found)).toEqual(['DESCRIPTOR_CHANGED'])
      expect(found.refusals[0]?.message).toContain('engagements/site.yaml is not what was signed: its SHA-256 is')
    }
  })

  it('a changed rule is refused, be it in a remark; so are one more and one less', async () => {
    for (const of of [changed.rules, changed.remark, changed.more, { ...sources, rules: [] }]) {
      const found = await by(of)
      expect(codesOf(found)).toEqual(['RULES_CHANGED'])
      expect(found.again).toBeUndefined()
    }
    expect((await by(changed.rules)).refusals[0]?.message).toContain('house/rules.yaml is not what was signed')
    expect((await by(changed.more)).refusals[0]?.message).toContain('house/more.yaml is given as rules, and is none')
    expect((await by({ ...sources, rules: [] })).refusals[0]?.message).toContain(
      'was signed as rules, and is not there',
    )
  })

  it('so are a changed registry, configuration, waivers and what is shipped, each by its name', async () => {
    const { config: _, ...unconfigured } = sources
    expect(codesOf(await by({ ...sources, registry: [] }))).toEqual(['REGISTRY_CHANGED'])
    expect(codesOf(await by(changed.config))).toEqual(['CONFIGURATION_CHANGED'])
    expect(codesOf(await by(unconfigured))).toEqual(['CONFIGURATION_CHANGED'])
    expect(codesOf(await by({ ...sources, waivers: [] }))).toEqual(['WAIVERS_CHANGED'])
    const [rules, ...rest] = sources.shipped.files
    if (rules === undefined || !('bytes' in rules)) throw new Error('nothing is shipped')
    const other = { files: [file(rules.path, replaced(textOf(rules), 'value: false', 'value: true')), ...rest] }
    const found = await by({ ...sources, shipped: other })
    expect(codesOf(found)).toEqual(['SHIPPED_CHANGED'])
    expect(found.refusals[0]?.message).toContain('those of this version')
  })

  it('all of them are told at once', async () => {
    const found = await verified(made.envelope, pair.public, { descriptor: changed.descriptor, added: [] })
    const inputs = ['RULES_CHANGED', 'REGISTRY_CHANGED', 'CONFIGURATION_CHANGED', 'WAIVERS_CHANGED']
    expect(codesOf(found)).toEqual(['DESCRIPTOR_CHANGED', ...inputs])
  })

  it('files may have moved: it is their bytes that count', async () => {
    const moved = addedFiles(sources).map(({ input, file: one }) => ({
      input,
      file: { ...one, path: `moved/${one.path}` },
    }))
    const elsewhere = { ...descriptor, path: '../site.yaml' }
    const found = await verified(made.envelope, pair.public, { added: moved, descriptor: elsewhere })
    expect(codesOf(found)).toEqual([])
    expect(found.again?.engagement.file).toBe('engagements/site.yaml')
  })

  it('without a descriptor nothing is concluded', async () => {
    const { problems, refusals } = await verify({
      file: jsonFile('signed.json', made.envelope),
      key: pair.public,
      added: addedFiles(sources),
      shipped: sources.shipped,
      sameOutcomes: () => true,
    })
    expect(refusals).toEqual([])
    expect(problems).toMatchObject([{ code: 'NO_INPUT' }])
  })
})

it('a waiver that is in force is part of what was signed, and refused when it is changed', async () => {
  const [finding] = made.report.findings.filter(({ rule }) => rule === 'house/administered')
  const [general] = sources.waivers ?? []
  if (finding?.factsDigest === undefined || general === undefined) throw new Error('nothing to waive')
  const text = textOf(general).replace('elsewhere', 'site').replace('0123456789abcdef', finding.factsDigest)
  const waiving = (expires: string): Sources => ({
    ...sources,
    waivers: [file('waivers.yaml', replaced(text, '2027-01-01', expires))],
  })
  const { envelope, bundle } = await signed(pair.private, waiving('2027-01-01'))
  for (const value of [envelope, bundle]) {
    const found = await verified(value, pair.public, {}, waiving('2027-01-01'))
    expect(codesOf(found)).toEqual([])
    expect(found.again?.findings.find(({ rule }) => rule === finding.rule)?.waiver?.expires).toBe('2027-01-01')
  }
  expect(codesOf(await verified(envelope, pair.public, {}, waiving('2028-01-01')))).toEqual(['WAIVERS_CHANGED'])
})

describe('the Report that was signed', () => {
  const withReport = (report: Report, value: unknown = made.envelope) => verified(value, pair.public, { report })

  it('is known, whatever the order of its keys', async () => {
    const backwards = Object.fromEntries(Object.entries(made.report).reverse()) as Report
    expect(codesOf(await withReport(backwards))).toEqual([])
  })

  it('is refused with anything changed in it', async () => {
    const [finding, ...rest] = made.report.findings
    if (finding === undefined) throw new Error('no findings')
    const others: readonly Report[] = [
      { ...made.report, verdict: { ...made.report.verdict, headline: 'FAIL' } },
      { ...made.report, findings: rest },
      { ...made.report, findings: [{ ...finding, remedy: 'Nothing.' }, ...rest] },
      { ...made.report, findings: [{ ...finding, baselined: true }, ...rest] },
    ]
    for (const other of others) expect(codesOf(await withReport(other))).toEqual(['REPORT_CHANGED'])
    expect(codesOf(await verified({ ...made.bundle, report: { ...others[0] } }, pair.public))).toEqual([
      'REPORT_CHANGED',
    ])
  })
})

describe('a Report that is signed as it is', () => {
  const reportOf = async (more: object, of = sources): Promise<Report> => {
    const { reports } = await check(of, { asOf, ...more })
    if (reports[0] === undefined) throw new Error('no report')
    return reports[0]
  }
  const sealed = (report: Report) => {
    const signable = signableReport([report])
    if (!signable.ok) throw new Error(signable.problems[0]?.message)
    return seal(bytesOf(signable.value.statement), pair.private)
  }

  it.each([{}, { explainAll: true }, { secondOpinion: true }, { failLevel: 'note' as const }])(
    'is verified by what its inputs say, made with %j',
    async (more) => {
      const found = await verified(sealed(await reportOf(more)), pair.public)
      expect(codesOf(found)).toEqual([])
      expect(found.shippedHere).toBeUndefined()
    },
  )

  it('is refused with other rules, by what they say', async () => {
    const envelope = sealed(await reportOf({}))
    const rules = [file(houseRules.path, replaced(textOf(houseRules), 'Change it.', 'Leave it.'))]
    expect(codesOf(await verified(envelope, pair.public, {}, { ...sources, rules }))).toEqual(['RULES_CHANGED'])
    expect(codesOf(await verified(envelope, pair.public, {}, { ...sources, waivers: [] }))).toEqual(['WAIVERS_CHANGED'])
  })

  it('is signed without its baseline, which softens nothing', async () => {
    const failing = {
      ...sources,
      files: [file(descriptor.path, replaced(textOf(descriptor), 'operatedBy: client', 'operatedBy: firm'))],
    }
    const plain = await reportOf({}, failing)
    const [open] = plain.findings
    if (open === undefined) throw new Error('nothing is open')
    const baseline = jsonFile('baseline.json', baselineOf([plain], []).baseline)
    const held = await reportOf({}, { ...failing, baseline })
    expect(held.findings.every(({ baselined }) => baselined)).toBe(true)
    expect(sealed(held)).toEqual(sealed(plain))
    const statement = signableReport([held])
    expect(statement.ok && statement.value.statement.predicate).toMatchObject({
      result: 'FAILED',
      failedTests: [open.rule],
    })
  })

  it('is not signed where it was reduced, or is one of several', async () => {
    const report = await reportOf({})
    const reduced = { ...report, reduced: { audience: 'client' as const, why: 'Restricted.', leftOut: [] } }
    expect(signableReport([reduced])).toMatchObject({ ok: false, problems: [{ code: 'NOT_SIGNABLE' }] })
    expect(signableReport([report, report])).toMatchObject({ ok: false, problems: [{ code: 'NOT_SIGNABLE' }] })
    const two = file('two.yaml', `${textOf(descriptor)}---\n${textOf(descriptor).replace('id: site', 'id: other')}`)
    const several = await signableOf({ ...sources, files: [two] }, { asOf })
    expect(several).toMatchObject({ ok: false, problems: [{ code: 'NOT_SIGNABLE' }] })
  })
})

describe('a statement that is not true', () => {
  const withPredicate = (more: Partial<Statement['predicate']>) =>
    resigned((statement) => ({ ...statement, predicate: { ...statement.predicate, ...more } }))

  it.each([
    ['result', { result: 'PASSED' as const }, 'result: PASSED was signed, WARNED is what comes of the inputs'],
    ['rules', { failedTests: ['base/not-run-by-firm'] }, 'base/not-run-by-firm: failed was signed, passed is'],
    ['what it lacks', { warnedTests: [] }, 'house/administered: nothing was signed, warned is what comes'],
  ])('in its %s is refused, and what differs is told', async (_, more, told) => {
    for (const value of [withPredicate(more), { ...made.bundle, envelope: { ...withPredicate(more) } }]) {
      const found = await verified(value, pair.public)
      expect(codesOf(found)).toEqual(['RESULT_DIFFERS'])
      expect(found.differences.join('\n')).toContain(told)
      expect(found.again?.counts.outcomes).toMatchObject({ pass: 1, unknown: 1 })
    }
  })

  it('in a word that nobody looks at is refused all the same', async () => {
    const added = resigned((statement) => ({ ...statement, more: true }) as Statement)
    expect(codesOf(await verified(added, pair.public))).toEqual(['RESULT_DIFFERS'])
  })

  it('as of another instant, it binds another Report', async () => {
    const later = resigned((statement) => JSON.parse(JSON.stringify(statement).replace('2026-11-22', '2026-11-23')))
    expect(codesOf(await verified(later, pair.public))).toEqual(['RESULT_DIFFERS'])
  })

  it.each([
    ['another predicate', { predicateType: 'https://slsa.dev/provenance/v1' }],
    ['another type', { _type: 'https://in-toto.io/Statement/v0.1' }],
    ['no subject', { subject: [] }],
    ['two subjects', { subject: [{ name: 'a', digest: { sha256: '0'.repeat(64) } }, { name: 'b' }] }],
    ['a subject without digest', { subject: [{ name: 'a' }] }],
    ['no predicate', { predicate: null }],
    ['nothing of how it was decided', { predicate: { configuration: [] } }],
  ])('with %s is none of douane', async (_, more) => {
    const other = resigned((statement) => ({ ...statement, ...more }) as Statement)
    expect(codesOf(await verified(other, pair.public))).toEqual(['STATEMENT_MALFORMED'])
  })

  it('that says a key twice is none of douane', async () => {
    const twice = Buffer.from(bytesOf(made.statement)).toString().replace('{', '{"_type":"x",')
    expect(codesOf(await verified(seal(Buffer.from(twice), pair.private), pair.public))).toEqual([
      'STATEMENT_MALFORMED',
    ])
  })
})

describe('signed with another version', () => {
  const other = (statement: Statement): Statement =>
    JSON.parse(JSON.stringify(statement).replace(/douane@[^"]+/, 'douane@0.0.1'))

  it('it is verified where every outcome is the same, however the Report was written', async () => {
    const rewritten = resigned((statement) => ({
      ...other(statement),
      predicate: {
        ...other(statement).predicate,
        configuration: other(statement).predicate.configuration.map((one) =>
          one.name === 'report' ? { ...one, digest: { sha256: '0'.repeat(64) } } : one,
        ),
      },
    }))
    const found = await verified(rewritten, pair.public)
    expect(codesOf(found)).toEqual([])
    expect(found.signed?.version).toBe('0.0.1')
  })

  it.each([
    ['can be read', (report: Report): unknown => report, true],
    ['is built otherwise', ({ asks: _, ...report }: Report): unknown => report, false],
    ['names places that it has not', (report: Report): unknown => ({ ...report, asks: [] }), false],
  ])('its Report is used where it %s', async (_, edit, isRead) => {
    const report = edit({ ...made.report, tool: { ...made.report.tool, version: '0.0.1' } })
    const envelope = resigned((statement) => ({
      ...other(statement),
      predicate: {
        ...other(statement).predicate,
        configuration: other(statement).predicate.configuration.map((one) =>
          one.name === 'report' ? { ...one, digest: { sha256: digestOf(report) } } : one,
        ),
      },
    }))
    const found = await verified({ ...made.bundle, envelope: { ...envelope }, report }, pair.public)
    expect(codesOf(found)).toEqual([])
    expect(found.report !== undefined).toBe(isRead)
  })

  it('it is refused where an outcome is not', async () => {
    const better = resigned((statement) => ({
      ...other(statement),
      predicate: { ...other(statement).predicate, result: 'PASSED', warnedTests: [] },
    }))
    expect(codesOf(await verified(better, pair.public))).toEqual(['RESULT_DIFFERS'])
  })
})

describe('a bundle', () => {
  it('with shipped rules that this version does not understand could not be told', async () => {
    const older = structuredClone(made.bundle.inputs.shipped).map((one) => ({
      ...one,
      documents: JSON.parse(JSON.stringify(one.documents).replaceAll('operatedByFirm', 'runByFirm')),
    }))
    const envelope = resigned((statement) => ({
      ...statement,
      predicate: {
        ...statement.predicate,
        configuration: statement.predicate.configuration.map((one) =>
          one.name === 'shipped' ? { ...one, digest: { sha256: shippedDigest(older) } } : one,
        ),
      },
    }))
    const inputs = { ...made.bundle.inputs, shipped: older }
    const found = await verified({ ...made.bundle, envelope: { ...envelope }, inputs }, pair.public)
    expect(codesOf(found)).toEqual(['FACT_UNKNOWN'])
    expect(found.problems[0]?.at?.file).toBe('rules/base.yaml')
  })

  it('that holds files which the signature does not bind is refused', async () => {
    const signable = signableReport([made.report])
    if (!signable.ok) throw new Error('not signable')
    const envelope = seal(bytesOf(signable.value.statement), pair.private)
    expect(codesOf(await verified({ ...made.bundle, envelope: { ...envelope } }, pair.public))).toEqual([
      'STATEMENT_MALFORMED',
    ])
  })

  it('keeps a byte order mark, line ends and nulls as they were', async () => {
    const odd: Sources = {
      ...sources,
      files: [file(descriptor.path, `\ufeff${textOf(descriptor).replaceAll('\n', '\r\n')}starts: null\r\n`)],
    }
    const { bundle } = await signed(pair.private, odd)
    const found = await verify({
      file: jsonFile('b', bundle),
      key: pair.public,
      added: [],
      shipped: sources.shipped,
      sameOutcomes: () => false,
    })
    expect(codesOf(found)).toEqual([])
    const read = await readSigned(jsonFile('b', bundle))
    expect(read.ok && read.value.kind === 'bundle' && textOf(read.value.inputs.descriptor)).toBe(
      textOf(odd.files[0] ?? descriptor),
    )
  })

  it('that is not built as one could not be told', async () => {
    const { inputs: _, ...without } = made.bundle
    expect(codesOf(await verified(without, pair.public))).toEqual(['KEY_MISSING'])
    const twice = `{"kind":"Bundle",${JSON.stringify(made.bundle).slice(1)}`
    expect(codesOf(await verified(made.envelope, pair.public, { file: file('b.json', twice) }))).toEqual([
      'DUPLICATE_KEY',
    ])
    expect(codesOf(await verified(made.envelope, pair.public, { file: file('b.json', '{') }))).toEqual(['SYNTAX'])
  })

  it('is refused after a change of any byte of what it holds', async () => {
    const parts = ['payload', 'sig', 'descriptor', 'added', 'shipped', 'report'] as const
    const flipped = (text: string, at: number, by: number): string => {
      const place = at % text.length
      return `${text.slice(0, place)}${String.fromCharCode(33 + ((text.charCodeAt(place) - 33 + by) % 90))}${text.slice(place + 1)}`
    }
    /** One of the texts below a value, changed. */
    const changedIn = <T>(value: T, at: number, by: number): T => {
      const texts: (readonly [object, string, string])[] = []
      const visit = (one: unknown): void => {
        if (typeof one !== 'object' || one === null) return
        for (const [key, part] of Object.entries(one)) {
          if (typeof part === 'string' && part !== '' && !/path|input/.test(key)) texts.push([one, key, part])
          else visit(part)
        }
      }
      const copy = structuredClone(value)
      visit(copy)
      const [owner, key, text] = texts[at % texts.length] ?? []
      if (owner !== undefined && key !== undefined && text !== undefined)
        Object.assign(owner, { [key]: flipped(text, at, by) })
      return copy
    }
    const change = fc.record({ part: fc.constantFrom(...parts), at: fc.nat(), by: fc.integer({ min: 1, max: 89 }) })
    await fc.assert(
      fc.asyncProperty(change, async ({ part, at, by }) => {
        const bundle = structuredClone(made.bundle)
        const envelope = structuredClone(made.envelope)
        const [signature] = envelope.signatures
        if (part === 'payload') Object.assign(envelope, { payload: flipped(envelope.payload, at, by) })
        else if (part === 'sig' && signature) Object.assign(signature, { sig: flipped(signature.sig, at, by) })
        const inputs =
          part === 'payload' || part === 'sig' || part === 'report'
            ? bundle.inputs
            : { ...bundle.inputs, [part]: changedIn(bundle.inputs[part], at, by) }
        const report = part === 'report' ? changedIn(bundle.report, at, by) : bundle.report
        const found = await verify({
          file: jsonFile('b', { ...bundle, envelope: { ...envelope }, inputs, report }),
          key: pair.public,
          added: [],
          shipped: sources.shipped,
          sameOutcomes: () => true,
        })
        const wanted = {
          payload: ['SIGNATURE_WRONG', 'ENVELOPE_MALFORMED'],
          sig: ['SIGNATURE_WRONG', 'ENVELOPE_MALFORMED'],
          descriptor: ['DESCRIPTOR_CHANGED'],
          added: ['RULES_CHANGED', 'REGISTRY_CHANGED', 'CONFIGURATION_CHANGED', 'WAIVERS_CHANGED'],
          shipped: ['SHIPPED_CHANGED'],
          report: ['REPORT_CHANGED'],
        }[part]
        expect(wanted).toContain(codesOf(found)[0])
      }),
      { numRuns: 400 },
    )
  })
})
