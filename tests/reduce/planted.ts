import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { readShipped } from '../../src/io/shipped.ts'
import type { Report } from '../../src/model/generated/report.ts'
import type { SourceFile } from '../../src/model/location.ts'
import { parseMoment } from '../../src/model/moment.ts'
import { check } from '../../src/pipeline.ts'
import { example, present, textOf } from '../examples/checking.ts'

type Loose = { [key: string]: Loose } & Loose[] & string

/** A Report on an example, with a word of its own in every place that its audience must not see. */
export type Planted = { readonly report: Report; readonly canaries: ReadonlyMap<string, string> }

const shipped = readShipped()
const registry = ['noordhost', 'zuidpost', 'sources', 'firm-evidence'].map((name) => ({
  path: `examples/registry/${name}.yaml`,
  text: readFileSync(fileURLToPath(new URL(`../../examples/registry/${name}.yaml`, import.meta.url)), 'utf8'),
}))

/** Gives words that occur nowhere else, and remembers where each was planted. */
function canaries() {
  const planted = new Map<string, string>()
  return {
    planted,
    word: (where: string): string => {
      const word = `kanarie${String(planted.size + 1).padStart(3, '0')}xq`
      planted.set(word, where)
      return word
    },
  }
}

const file = (path: string, value: unknown): SourceFile => ({ path, bytes: Buffer.from(JSON.stringify(value)) })

/** Plants in every place that clients must not see. */
export async function plantedForClients(name: string): Promise<Planted> {
  const { planted, word } = canaries()
  const put = (object: Loose | undefined, key: string, where: string): void => {
    if (object !== undefined) Object.assign(object, { [key]: word(where) })
  }
  const firm = parse(registry.at(-1)?.text ?? '') as Loose
  const engagement = parse(textOf(example(name))) as Loose
  const rename = (people: Loose, accounts: Loose, where: string): void => {
    const ids = new Map<string, string>()
    for (const person of people ?? []) {
      const id = word(`${where}: person`)
      ids.set(person.id as unknown as string, id)
      Object.assign(person, { id })
    }
    for (const account of Array.isArray(accounts) ? accounts : []) {
      put(account, 'id', `${where}: account`)
      put(account, 'title', `${where}: title of an account`)
      Object.assign(account, {
        holders: (account.holders as unknown as string[] | undefined)?.map((id) => ids.get(id) ?? id),
        grants: [word(`${where}: grant`), word(`${where}: grant in excess`)],
        roleNeeds: [word(`${where}: need of a role`)],
        ...(account.owner === undefined ? {} : { owner: ids.get(account.owner) ?? account.owner }),
      })
    }
    for (const access of engagement.remoteAccess ?? [])
      Object.assign(access, { by: ids.get(access.by as unknown as string) ?? access.by })
  }
  rename(firm.people as Loose, firm.accounts as Loose, 'firm')
  for (const template of firm.templates ?? []) {
    put(template, 'title', 'title of a template')
    const states = template.terms?.states ?? {}
    for (const term of Object.keys(states)) Object.assign(states, { [term]: `clause ${word('place in a template')}` })
  }
  put(firm.isms, 'evidence', 'isms')
  put(firm.maintenance?.patchManagement, 'evidence', 'patch management')
  for (const row of firm.supportAccess ?? []) put(row, 'evidence', 'support access')
  for (const row of firm.approvals ?? []) {
    for (const key of ['role', 'limit', 'clause', 'note']) put(row, key, `approval: ${key}`)
  }
  for (const review of firm.reviews ?? []) {
    put(review, 'evidence', 'review')
    for (const certificate of review.certificates ?? []) put(certificate, 'evidence', 'certificate')
  }
  const { people, accounts } = engagement
  // Whoever has an account without an employer stands for that employer.
  if (Array.isArray(people)) people.push({ id: 'stranger', worksFrom: ['US'] } as unknown as Loose)
  if (Array.isArray(accounts) && accounts[0] !== undefined)
    Object.assign(accounts[0], { holders: [...(accounts[0].holders ?? []), 'stranger'] })
  rename(people as Loose, accounts as Loose, 'engagement')
  for (const provider of engagement.providers ?? []) put(provider, 'need', 'need')
  for (const safeguard of engagement.safeguards ?? []) {
    for (const part of ['dpf', 'scc', 'bcr', 'otherTool', 'tia']) {
      if (safeguard[part] === undefined) continue
      put(safeguard[part], 'evidence', `evidence of ${part}`)
      put(safeguard[part], 'checkedBy', `who checked ${part}`)
    }
  }
  for (const agreement of engagement.agreements ?? []) {
    put(agreement.acceptance, 'by', 'who accepted')
    const bound = (agreement.parties ?? []) as unknown as string[]
    const isClient = (id: string): boolean =>
      id === 'client' ||
      (engagement.parties ?? []).some((party) => (party.id as string) === id && Boolean(party.client))
    if (!bound.some(isClient)) put(agreement, 'title', 'agreement with others')
  }
  for (const commitment of engagement.security?.commitments ?? []) {
    put(commitment, 'id', 'commitment')
    put(commitment, 'title', 'title of a commitment')
  }
  Object.assign(engagement, {
    assurance: {
      audits: [{ id: word('audit'), title: word('title of an audit'), kind: 'formal-review', mandatedBy: 'firm' }],
      sharedPolicies: [
        {
          id: word('shared policy'),
          policy: word('policy'),
          extent: 'full',
          with: engagement.parties?.[0]?.id ?? 'firm',
        },
      ],
    },
    decisions: {
      ...(engagement.decisions as object | undefined),
      equivalenceAssessments: [{ processor: 'firm', on: '2026-09-01', evidence: word('equivalence') }],
    },
    legalBases: [
      { controller: 'firm', data: [], purposes: [], basis: 'consent', record: word('record of a legal basis') },
    ],
  })
  const house = word('pack')
  const rules: readonly SourceFile[] = [
    file(`${word('folder of rules')}/pack.json`, {
      apiVersion: 'douane/v1',
      kind: 'RulePack',
      basis: 'firm',
      description: word('description of a pack'),
      id: house,
      title: word('title of a pack'),
      controls: [
        {
          id: 'HX-01',
          title: word('title of a control'),
          source: [{ document: 'sub-processors-page', clause: word('clause') }],
        },
      ],
    }),
    file(`${house}/regions.rule.json`, {
      apiVersion: 'douane/v1',
      kind: 'Rule',
      id: `${house}/regions`,
      title: word('title of a rule'),
      subject: 'component',
      controls: ['HX-01'],
      level: 'error',
      basis: 'policy',
      source: [{ document: 'sub-processors-page', clause: word('clause of a rule') }],
      require: { all: [{ fact: 'operatedByFirm', operator: 'equal', value: false }] },
      message: `{{component}} ${word('message of a rule')}`,
      remedy: word('remedy of a rule'),
    }),
  ]
  const [instant] = [parseMoment(present)?.from]
  if (instant === undefined) throw new Error('no instant')
  const folder = word('folder of the descriptor')
  const { reports, problems } = await check(
    {
      files: [file(`${folder}/${name}.json`, engagement)],
      shipped,
      rules,
      registry: [
        ...registry.slice(0, -1).map(({ path, text }) => ({ path, bytes: Buffer.from(text) })),
        file(`${word('folder of the firm')}/firm.json`, firm),
      ],
    },
    { asOf: instant, explainAll: true },
  )
  const [report] = reports
  if (report === undefined)
    throw new Error(
      problems.map(({ code, message, at }) => `${code} ${message} ${at?.file}:${at?.line}:${at?.column}`).join('\n'),
    )
  return { report, canaries: planted }
}
