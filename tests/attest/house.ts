/** A small world to sign and verify in: what is shipped, what a firm adds, and an engagement of it. */
import { generateKeyPairSync } from 'node:crypto'
import { bundleOf } from '../../src/attest/bundle.ts'
import { seal } from '../../src/attest/dsse.ts'
import { addedFiles } from '../../src/attest/inputs.ts'
import { type Key, readPrivateKey, readPublicKey } from '../../src/attest/keys.ts'
import { signableOf } from '../../src/attest/sign.ts'
import { bytesOf } from '../../src/attest/statement.ts'
import { type Verification, type Verifying, verify } from '../../src/attest/verify.ts'
import { compareRuns } from '../../src/author/diff/index.ts'
import type { Sources } from '../../src/load/workspace.ts'
import type { SourceFile } from '../../src/model/location.ts'
import { asJson } from '../../src/render/json.ts'

export const file = (path: string, text: string): SourceFile => ({ path, bytes: Buffer.from(text) })
export const asOf = Date.UTC(2026, 10, 22)

const header = 'apiVersion: douane/v1\n'
const source = '[{ document: gdpr, clause: Art. 5 }]'
const pack = (id: string, control: string): string =>
  `${header}kind: RulePack\nid: ${id}\ntitle: ${id}\nbasis: firm\ndescription: For a test.\ncontrols: [{ id: ${control}, title: One., source: ${source} }]\n`
const rule = (id: string, control: string, level: string, require: string): string =>
  `${header}kind: Rule\nid: ${id}\ntitle: ${id}\nsubject: component\ncontrols: [${control}]\nlevel: ${level}\nbasis: policy\nsource: ${source}\nrequire: { all: [${require}] }\nmessage: "{{component}} is not as wanted"\nremedy: Change it.\n`

const shipped = {
  files: [
    file(
      'rules/base.yaml',
      `${pack('base', 'BA-01')}---\n${rule('base/not-run-by-firm', 'BA-01', 'error', '{ fact: operatedByFirm, operator: equal, value: false }')}`,
    ),
    file(
      'registry/base.yaml',
      `${header}kind: Sources\nid: sources\nsources: [{ id: gdpr, title: GDPR, kind: law, sureness: read }]\n---\n${header}kind: Firm\nid: ours\nname: Ours (fictional)\n`,
    ),
  ],
}

export const descriptor = file(
  'engagements/site.yaml',
  `${header}kind: Engagement\nid: site\ntitle: Site of Bakkerij Jansen (fictional)\ncontext: client-system\nparties:\n  - { id: client, name: Bakkerij Jansen (fictional), country: NL }\ncomponents:\n  - { id: web, operatedBy: client }\n`,
)
export const houseRules = file(
  'house/rules.yaml',
  `# What the house asks for.\n${pack('house', 'HO-01')}---\n${rule('house/administered', 'HO-01', 'warning', '{ fact: administered, operator: equal, value: true }')}`,
)
const registry = file(
  'house/registry.yaml',
  `${header}kind: Sources\nid: more\nsources: [{ id: manual, title: A manual, kind: firm-page, sureness: read }]\n`,
)
const config = file(
  'douane.config.yaml',
  `${header}kind: Config\nlevels:\n  house/administered: { level: note, reason: New. }\n`,
)
const waivers = file(
  'waivers.yaml',
  `${header}kind: Waivers\nwaivers:\n  - engagement: elsewhere\n    rule: house/administered\n    subject: { kind: component, id: web }\n    reason: Moving.\n    owner: A. Example (fictional)\n    approver: B. Example (fictional)\n    expires: 2027-01-01\n    ticket: T-1\n    factsDigest: "0123456789abcdef"\n`,
)

export const sources: Sources = {
  files: [descriptor],
  shipped,
  rules: [houseRules],
  registry: [registry],
  config,
  waivers: [waivers],
}

export type Pair = {
  readonly private: Key
  readonly public: Key
  readonly pem: { readonly private: string; readonly public: string }
}

/** PEM files of a new pair. */
export function newPems(kind: 'ed25519' | 'prime256v1' | 'secp384r1' | 'secp256k1' | 'rsa') {
  const { privateKey, publicKey } =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : kind === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ec', { namedCurve: kind })
  return {
    private: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    public: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

export function newPair(kind: 'ed25519' | 'prime256v1' | 'secp384r1'): Pair {
  const pem = newPems(kind)
  const [priv, pub] = [
    readPrivateKey(file('private.pem', pem.private), undefined),
    readPublicKey(file('public.pem', pem.public)),
  ]
  if (!priv.ok || !pub.ok) throw new Error('the keys cannot be read')
  return { private: priv.value, public: pub.value, pem }
}

/** What `douane sign` and `douane sign --bundle` write. */
export async function signed(key: Key, of: Sources = sources) {
  const signable = await signableOf(of, { asOf, failLevel: 'error' })
  if (!signable.ok) throw new Error(JSON.stringify(signable.problems))
  const { report, statement } = signable.value
  const envelope = seal(bytesOf(statement), key)
  const bundle = bundleOf(envelope, report, of)
  return { report, statement, envelope, bundle }
}

export const jsonFile = (path: string, value: unknown): SourceFile => file(path, asJson(value, 0))

/** Verifies with its inputs by path, unless it is told otherwise. */
export function verified(
  value: unknown,
  key: Key,
  more: Partial<Verifying> = {},
  of: Sources = sources,
): Promise<Verification> {
  return verify({
    file: jsonFile('signed.json', value),
    key,
    descriptor,
    added: addedFiles(of),
    shipped: of.shipped,
    sameOutcomes: (old, next) => compareRuns([old], [next]).same,
    ...more,
  })
}

export const codesOf = ({ refusals, problems }: Verification): readonly string[] =>
  [...refusals, ...problems].map(({ code }) => code)
