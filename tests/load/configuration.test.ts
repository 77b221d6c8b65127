import { describe, expect, it } from 'vitest'
import { loadWorkspaces, type Sources } from '../../src/load/workspace.ts'
import type { SourceFile } from '../../src/model/location.ts'

const file = (path: string, ...documents: readonly object[]): SourceFile => ({
  path,
  bytes: new TextEncoder().encode(
    documents.map((one) => JSON.stringify({ apiVersion: 'douane/v1', ...one })).join('\n---\n'),
  ),
})

const source = [{ document: 'gdpr', clause: 'Art. 1' }]
const pack = (id: string, ...controls: readonly string[]) => ({
  kind: 'RulePack',
  id,
  title: id,
  basis: 'firm',
  description: 'For a test.',
  controls: controls.map((control) => ({ id: control, title: 'One.', source })),
})
const rule = (id: string, basis: string, control: string, more: object = {}) => ({
  kind: 'Rule',
  id,
  title: id,
  subject: 'engagement',
  controls: [control],
  level: 'warning',
  basis,
  source,
  require: { all: [{ fact: 'flowsStated', operator: 'equal', value: true }] },
  message: 'No.',
  remedy: 'Yes.',
  ...more,
})
const firm = (id: string, more: object = {}) => ({ kind: 'Firm', id, ...more })

const shipped = {
  files: [
    file(
      'rules/mixed.yaml',
      pack('mixed', 'MI-01', 'MI-02'),
      rule('mixed/law', 'law', 'MI-01'),
      rule('mixed/promise', 'policy', 'MI-02'),
    ),
    file(
      'rules/promises.yaml',
      pack('promises', 'PR-01'),
      rule('promises/one', 'contract', 'PR-01', { waivable: false }),
    ),
    file('registry/sources.yaml', {
      kind: 'Sources',
      id: 'sources',
      sources: [{ id: 'gdpr', title: 'GDPR', kind: 'law', sureness: 'read' }],
    }),
    file('registry/firm.yaml', firm('ours', { name: 'Ours' })),
  ],
}
const engagement = { kind: 'Engagement', id: 'x', title: 'X', context: 'client-system' }
const theirs = file(
  'theirs.yaml',
  firm('theirs', { name: 'Theirs', country: 'NL' }),
  firm('more-of-theirs', { extends: 'theirs' }),
)

async function load(config: object | undefined, more: Partial<Sources> = {}) {
  const sources = { files: [file('x.yaml', engagement)], shipped, rules: [], registry: [theirs], ...more }
  const settings = config === undefined ? {} : { config: file('douane.config.yaml', { kind: 'Config', ...config }) }
  const { workspaces, problems } = await loadWorkspaces({ ...sources, ...settings })
  const [workspace] = workspaces
  const rules = workspace?.packs.flatMap((one) => one.rules.map(({ id }) => id))
  return { workspace, rules, codes: problems.map(({ code, at }) => `${code} ${at?.file}`), problems }
}

describe('what counts', () => {
  it.each([
    ['all', { firm: 'theirs' }, ['mixed/law', 'mixed/promise', 'promises/one']],
    ['the law', { firm: 'theirs', shipped: 'law' }, ['mixed/law']],
    [
      'a pack that is on all the same',
      { firm: 'theirs', shipped: 'law', packs: { mixed: 'on' } },
      ['mixed/law', 'mixed/promise'],
    ],
    ['the law of one pack', { firm: 'theirs', packs: { mixed: 'law' } }, ['mixed/law', 'promises/one']],
    ['all but one pack', { firm: 'theirs', packs: { mixed: 'off' } }, ['promises/one']],
    ['all but another', { firm: 'theirs', packs: { promises: 'off' } }, ['mixed/law', 'mixed/promise']],
  ])('%s', async (_, config, expected) => {
    const { rules, problems } = await load(config)
    expect(problems).toEqual([])
    expect(rules).toEqual(expected)
  })

  it('is partial only where law is left out, whatever the pack says that it is', async () => {
    const partial = async (packs: object) =>
      (await load({ firm: 'theirs', packs })).workspace?.configuration.packs.map((one) => one.partial)
    expect(await partial({ mixed: 'off' })).toEqual([true])
    expect(await partial({ mixed: 'law' })).toEqual([false])
    expect(await partial({ promises: 'off' })).toEqual([false])
  })

  it('keeps rules of one’s own in a shipped pack, and controls that something still serves', async () => {
    const own = file('own.yaml', rule('mixed/own', 'policy', 'MI-01'))
    const { rules, workspace } = await load({ firm: 'theirs', shipped: 'law' }, { rules: [own] })
    expect(rules).toEqual(['mixed/law', 'mixed/own'])
    expect(workspace?.packs.flatMap(({ controls }) => controls.map(({ id }) => id))).toEqual(['MI-01'])
  })

  it('is decided by who made the promise', async () => {
    for (const config of [{ packs: { promises: 'off' } }, { firm: 'ours', shipped: 'law' }]) {
      expect((await load(config, { registry: [] })).codes).toEqual(['NOT_CONFIGURABLE douane.config.yaml'])
    }
    const own = file('own.yaml', pack('own', 'OW-01'), rule('own/one', 'policy', 'OW-01', { waivable: false }))
    const off = await load({ firm: 'theirs', packs: { own: 'off' } }, { rules: [own] })
    expect(off.codes).toEqual(['NOT_CONFIGURABLE douane.config.yaml'])
  })
})

describe('the firm', () => {
  const idsOf = ({ workspace }: Awaited<ReturnType<typeof load>>) =>
    workspace?.registry.firm.map(({ value }) => value.id)

  it('is the one that is named, with what extends it', async () => {
    expect(idsOf(await load({ firm: 'theirs' }))).toEqual(['theirs', 'more-of-theirs'])
    expect(idsOf(await load({ firm: 'ours' }))).toEqual(['ours'])
  })

  it('is the shipped one where none is named, and there cannot be two', async () => {
    expect(idsOf(await load(undefined, { registry: [] }))).toEqual(['ours'])
    expect((await load(undefined)).codes).toEqual(['AMBIGUOUS theirs.yaml'])
  })

  it('is not told by what stands beside an engagement and extends another', async () => {
    const beside = (base: string) => [
      file('x.yaml', engagement, firm('beside', { extends: base, parentCountry: 'none' })),
    ]
    expect(idsOf(await load({ firm: 'theirs' }, { files: beside('ours') }))).toEqual(['theirs', 'more-of-theirs'])
    expect(idsOf(await load({ firm: 'theirs' }, { files: beside('theirs') }))).toEqual([
      'theirs',
      'beside',
      'more-of-theirs',
    ])
    expect((await load({ firm: 'theirs' }, { files: beside('nobody') })).codes).toEqual(['REFERENCE_UNKNOWN x.yaml'])
  })

  it('is none of those that extend one another in a circle', async () => {
    const circle = file('circle.yaml', firm('a', { extends: 'b' }), firm('b', { extends: 'a' }))
    expect((await load({ firm: 'a' }, { registry: [circle] })).codes).toEqual(['REFERENCE_UNKNOWN douane.config.yaml'])
  })
})

describe('digests', () => {
  it('differ with what the configuration says, and not with a firm that does not count', async () => {
    const digestsOf = async (config: object, registry = [theirs]) =>
      (await load(config, { registry })).workspace?.digests()
    const level = (reason: string) => ({ firm: 'theirs', levels: { 'mixed/promise': { level: 'note', reason } } })
    expect((await digestsOf(level('One.')))?.config).not.toBe((await digestsOf(level('Another.')))?.config)
    const third = file('third.yaml', firm('third', { name: 'Third' }))
    expect((await digestsOf(level('One.'), [theirs, third]))?.registry).toBe((await digestsOf(level('One.')))?.registry)
  })
})
