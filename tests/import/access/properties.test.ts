import { describe, expect, it } from 'vitest'
import { importAccessEvidence } from '../../../src/import/index.ts'
import type { AccessEvidence, EvidencedAccount } from '../../../src/model/generated/access-evidence.ts'
import { evidenceOf, fixture, foreign } from './foreign.ts'

const inJson = [
  'authorization-details',
  'credential-report',
  'github-graphql',
  'github-lists',
  'github-rest',
  'google-users',
]
const json = [...inJson, 'entra-users', 'entra-registration', 'entra-roles', 'entra-assignments'].map(
  (name) => `${name}.json`,
)
const csv = ['credential-report.csv', 'google-users.csv', 'entra-users.csv', 'accounts.csv']

async function read(content: string | Uint8Array, size?: number): Promise<AccessEvidence | undefined> {
  const result = await importAccessEvidence(foreign(content, 'evidence', size))
  return result.ok ? result.value.value : undefined
}

describe('a file that is cut off', () => {
  it.each(json)('%s is never read', async (name) => {
    const bytes = fixture(name)
    const whole = bytes.toString().trimEnd().length
    const step = Math.max(1, Math.floor(whole / 20))
    for (let length = 1; length < whole; length += step)
      expect(await read(bytes.subarray(0, length)), `${length}`).toBeUndefined()
    expect(await read(bytes.subarray(0, whole - 1))).toBeUndefined()
  })

  it.each(csv)('%s gives whole rows or nothing', async (name) => {
    const bytes = fixture(name)
    const { accounts } = await evidenceOf(bytes)
    for (let length = 1; length < bytes.length; length += 13) {
      const cut = await read(bytes.subarray(0, length))
      if (cut !== undefined) expect(cut.accounts, `${length}`).toEqual(accounts.slice(0, cut.accounts.length))
    }
  })

  it('is noticed in the CSV of accounts by its last line', async () => {
    const bytes = fixture('accounts.csv')
    for (let length = 1; length < bytes.length; length += 1)
      if (bytes[length - 1] !== 0x0a) expect(await read(bytes.subarray(0, length)), `${length}`).toBeUndefined()
  })
})

it.each([...json, ...csv])('%s is the same in chunks of any size, and with a byte order mark', async (name) => {
  const bytes = fixture(name)
  const whole = await evidenceOf(bytes)
  for (const size of bytes.length < 4000 ? [1, 4096] : [61, 4096]) expect(await read(bytes, size)).toEqual(whole)
  const marked = await evidenceOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]))
  expect({ ...marked, digest: whole.digest }).toEqual(whole)
})

/** What sets one's mind at rest. It has to be stated: leaving something out never makes it so. */
const reassuring = ({ active, administrative, mfa, holders, owner, revokedOn, holderLeftOn }: EvidencedAccount) => ({
  ...(active === false && { active }),
  ...(administrative === false && { administrative }),
  ...(mfa !== 'none' && mfa !== undefined && { mfa }),
  ...(holders !== undefined && { holders }),
  ...(owner !== 'none' && owner !== undefined && { owner }),
  ...(revokedOn !== 'none' && revokedOn !== undefined && { revokedOn }),
  ...(holderLeftOn === 'none' && { holderLeftOn }),
})

/** Nothing is more reassuring than before, and nothing that is known has changed. */
function expectNoMore(less: AccessEvidence, more: AccessEvidence, what: string): void {
  const before = new Map(more.accounts.map((account) => [account.login, account]))
  for (const account of less.accounts) {
    const known = before.get(account.login)
    if (known === undefined) continue
    expect(reassuring(known), `${what}: ${account.login}`).toMatchObject(reassuring(account))
  }
  if (less.complete === true) expect(more.complete, what).toBe(true)
  if (less.unlisted?.length === 0) expect(more.unlisted, what).toEqual([])
}

/** Each value of a JSON text without one of its keys. Policies are a language of their own, and are left as they are. */
function* withoutOneKey(part: unknown, path: string): Generator<readonly [path: string, restore: () => void]> {
  if (typeof part !== 'object' || part === null) return
  const own = part as Record<string, unknown>
  for (const [key, value] of Object.entries(own)) {
    const here = `${path}/${key}`
    if (!Array.isArray(part) && !byTheirAbsence.has(key)) {
      const entries = Object.entries(own)
      delete own[key]
      yield [here, () => Object.assign(own, Object.fromEntries(entries))]
    }
    if (!/Document$/.test(key)) yield* withoutOneKey(value, here)
  }
}

/** AWS leaves these out to say that there is none; a page is the last one if nothing says otherwise. */
const byTheirAbsence = new Set(['UserPolicyList', 'PermissionsBoundary'])

describe('leaving something out only makes things unknown', () => {
  it.each(json)('in %s', async (name) => {
    const value: unknown = JSON.parse(fixture(name).toString())
    const whole = await evidenceOf(JSON.stringify(value))
    let tried = 0
    for (const [path, restore] of withoutOneKey(value, '')) {
      const less = await read(JSON.stringify(value))
      restore()
      tried += 1
      if (less !== undefined) expectNoMore(less, whole, path)
    }
    expect(tried).toBeGreaterThan(2)
  })

  it.each(csv)('in %s', async (name) => {
    const rows = fixture(name)
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => line.match(/(?<=^|,)("[^"]*"|[^,"]*)(?=,|$)/g) ?? [])
    const whole = await evidenceOf(`${rows.map((row) => row.join(',')).join('\n')}\n`)
    const width = rows[0]?.length ?? 0
    expect(width).toBeGreaterThan(10)
    for (let column = 0; column < width; column += 1) {
      const less = await read(`${rows.map((row) => row.toSpliced(column, 1).join(',')).join('\n')}\n`)
      if (less !== undefined) expectNoMore(less, whole, rows[0]?.[column] ?? '')
    }
  })
})
