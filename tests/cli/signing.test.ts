/** Signing and verifying on the command line, with keys that are made for the test. */
import { describe, expect, it } from 'vitest'
import { newPems } from '../attest/house.ts'
import { type Outcome, play, type Scenario } from './scenario.ts'

const pems = newPems('ed25519')
const others = { ec: newPems('prime256v1'), rsa: newPems('rsa') }
const keys = { 'private.pem': pems.private, 'public.pem': pems.public }
const asOf = ['--as-of', '2026-11-22']

function douane(
  args: readonly string[],
  files: Scenario['files'] = {},
  more: Partial<Scenario> = {},
): Promise<Outcome> {
  return play({ name: '', args, files: { ...keys, ...files }, fixtures: ['pass.yaml', 'fail.yaml'], exit: 0, ...more })
}

const pass = await douane(['sign', 'pass.yaml', '--key', 'private.pem', ...asOf])
const fail = await douane(['sign', 'fail.yaml', '--key', 'private.pem', ...asOf, '--bundle', '--output', 'b.json'])
const signed = pass.stdout
const bundle = fail.written['b.json'] ?? ''

describe('sign', () => {
  it('gives an envelope of a pass on standard output, and nothing else', () => {
    expect(pass).toMatchObject({ exit: 0, stderr: '', written: {} })
    const { payload, payloadType, signatures } = JSON.parse(signed)
    expect(payloadType).toBe('application/vnd.in-toto+json')
    expect(signatures).toHaveLength(1)
    const statement = JSON.parse(Buffer.from(payload, 'base64').toString())
    expect(statement).toMatchObject({ subject: [{ name: 'pass.yaml' }], predicate: { failedTests: [] } })
  })

  it('writes a bundle of a fail, says so, and ends like a check of it', () => {
    expect(fail).toMatchObject({ exit: 1, stderr: '' })
    expect(fail.stdout).toMatch(
      /^SIGNED {2}FAIL \(.*\n {2}Written to {2}b\.json, \d+ bytes\n {2}Key {9}Ed25519 [0-9a-f]{64}\n$/,
    )
    expect(JSON.parse(bundle)).toMatchObject({
      kind: 'Bundle',
      inputs: { descriptor: { path: 'fail.yaml' }, added: [] },
    })
    expect(bundle).not.toContain('PRIVATE KEY')
  })

  it('reads the passphrase of an encrypted key from the environment', async () => {
    const { createPrivateKey } = await import('node:crypto')
    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'swordfish' } as const
    const pem = createPrivateKey(pems.private).export(options).toString()
    const sign = (env: Record<string, string>) =>
      douane(['sign', 'pass.yaml', '--key', 'e.pem', ...asOf], { 'e.pem': pem }, { env })
    expect(await sign({ DOUANE_KEY_PASSPHRASE: 'swordfish' })).toMatchObject({ exit: 0, stdout: signed })
    const wrong = await sign({ DOUANE_KEY_PASSPHRASE: 'hunter2' })
    expect(wrong).toMatchObject({ exit: 2, stdout: '' })
    expect(wrong.stderr).toContain('error KEY_UNSUITABLE: The private key cannot be decrypted')
    expect(wrong.stderr).not.toContain('hunter2')
    expect((await sign({})).stderr).toContain('environment variable DOUANE_KEY_PASSPHRASE')
  })

  it.each([
    ['the public key', ['pass.yaml', '--key', 'public.pem'], 'error KEY_UNSUITABLE: This is a public key'],
    ['an RSA key', ['pass.yaml', '--key', 'rsa.pem'], 'error KEY_UNSUITABLE: The key is of the kind rsa'],
    ['no such key', ['pass.yaml', '--key', 'lost.pem'], 'error FILE_UNREADABLE'],
    ['no such file', ['lost.yaml', '--key', 'private.pem'], 'error FILE_NOT_FOUND'],
    ['two files', ['*.yaml', '--key', 'private.pem'], 'error NOT_SIGNABLE: There are 2 files'],
    ['its input as output', ['pass.yaml', '--key', 'private.pem', '--output', './pass.yaml'], 'error FLAG_INVALID'],
    ['its key as output', ['pass.yaml', '--key', 'private.pem', '--output', 'private.pem'], 'error FLAG_INVALID'],
  ])('signs nothing with %s', async (_, args, told) => {
    const outcome = await douane(['sign', ...args, ...asOf], { 'rsa.pem': others.rsa.private })
    expect(outcome).toMatchObject({ exit: 2, stdout: '', written: {} })
    expect(outcome.stderr).toContain(told)
  })
})

describe('verify', () => {
  const verify = (text: string, args: readonly string[], files: Scenario['files'] = {}) =>
    douane(['verify', 's.json', '--key', 'public.pem', ...args], { 's.json': text, ...files })

  it('verifies a pass by its descriptor', async () => {
    const { exit, stdout, stderr } = await verify(signed, ['pass.yaml'])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/^VERIFIED {2}PASS {2}Leaflet site\n {2}As of {7}2026-11-22T00:00:00Z, valid until /)
    expect(stdout).toContain('  Rules       those that this version ships\n')
  })

  it('verifies a fail from a bundle, wherever it is, and does not call it a pass', async () => {
    const lost = 'apiVersion: douane/v1\nkind: Config\nrules: [./nowhere]\n'
    const there = await verify(bundle, [], { 'douane.config.yaml': lost })
    expect(there).toMatchObject({ exit: 1, stderr: '' })
    expect(there.stdout).toMatch(/^VERIFIED {2}FAIL \(/)
    expect(there.stdout).toContain('The signed verdict is a fail, hence exit code 1')
    expect(await verify(bundle, ['--any-verdict'])).toMatchObject({ exit: 0 })
  })

  it('says the same to programs', async () => {
    const { exit, stdout } = await verify(signed, ['pass.yaml', '-f', 'json'])
    expect(exit).toBe(0)
    const said = JSON.parse(stdout)
    expect(said).toMatchObject({ verified: true, refusals: [], shippedRulesOfThisVersion: true })
    expect(said.statement.predicate.result).toMatch(/PASSED|WARNED/)
    const refused = await verify(signed, ['fail.yaml', '-f', 'json'])
    expect(refused.exit).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ verified: false, refusals: [{ code: 'DESCRIPTOR_CHANGED' }] })
  })

  it('shows finding by finding what is not as it was signed', async () => {
    const report = await douane(['check', 'fail.yaml', ...asOf, '-f', 'json'])
    const better = JSON.parse(report.stdout)
    const [first, ...rest] = better.findings
    const forged = {
      ...better,
      findings: [...rest, { ...first, outcome: 'pass' }],
      verdict: { ...better.verdict, headline: 'PASS', result: 'pass' },
    }
    const sealed = await douane(['sign', 'r.json', '--key', 'private.pem'], { 'r.json': JSON.stringify(forged) })
    expect(sealed).toMatchObject({ exit: 0, stderr: '' })
    const { exit, stdout } = await verify(sealed.stdout, ['fail.yaml', '--report', 'r.json'], {
      'r.json': JSON.stringify(forged),
    })
    expect(exit).toBe(1)
    expect(stdout).toMatch(/^REFUSED\n\nrefused RESULT_DIFFERS: /)
    expect(stdout).toContain('is what comes of the inputs')
    expect(stdout).toContain(`WORSE  pass -> ${first.outcome}: `)
    expect(stdout).toContain(first.rule)
  })

  it('takes the Report that was signed, and no other', async () => {
    const report = await douane(['check', 'pass.yaml', ...asOf, '--second-opinion', '-f', 'json'])
    expect(await verify(signed, ['pass.yaml', '--report', 'r.json'], { 'r.json': report.stdout })).toMatchObject({
      exit: 0,
    })
    const changed = report.stdout.replace('"remedy": "', '"remedy": "Not ')
    const refused = await verify(signed, ['pass.yaml', '--report', 'r.json'], { 'r.json': changed })
    expect(refused.exit).toBe(1)
    expect(refused.stdout).toContain('refused REPORT_CHANGED: The Report is not the one that was signed')
  })

  it.each([
    ['a changed descriptor', ['fail.yaml'], 'DESCRIPTOR_CHANGED: fail.yaml is not what was signed'],
    ['a rule that was not there', ['pass.yaml', '--rules', 'house'], 'RULES_CHANGED: house/r.yaml is given as rules'],
    ['a registry that was not there', ['pass.yaml', '--registry', 'house'], 'REGISTRY_CHANGED: house/r.yaml is given'],
    [
      'a configuration that was not there',
      ['pass.yaml', '--config', 'c.yaml'],
      'CONFIGURATION_CHANGED: c.yaml is given',
    ],
  ])('refuses %s', async (_, args, told) => {
    const config = 'apiVersion: douane/v1\nkind: Config\n'
    const { exit, stdout, stderr } = await verify(signed, args, { 'house/r.yaml': config, 'c.yaml': config })
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' })
    expect(stdout).toContain(`REFUSED\n\nrefused ${told}`)
  })

  const envelope = JSON.parse(signed)
  it.each([
    ['a stripped signature', { ...envelope, signatures: [] }, 'UNSIGNED: The envelope has no signature'],
    [
      'a bare statement',
      JSON.parse(Buffer.from(envelope.payload, 'base64').toString()),
      'UNSIGNED: There is no signature: this is a bare statement',
    ],
    ['a bundle without its envelope', { ...JSON.parse(bundle), envelope: {} }, 'UNSIGNED: There is no signature'],
    ['another payload', { ...envelope, payload: Buffer.from('{}').toString('base64') }, 'SIGNATURE_WRONG: '],
  ])('refuses %s', async (_, value, told) => {
    const { exit, stdout } = await verify(JSON.stringify(value), value.kind === 'Bundle' ? [] : ['pass.yaml'])
    expect(exit).toBe(1)
    expect(stdout).toContain(`refused ${told}`)
  })

  it('refuses a bare Report, and what was signed with another key', async () => {
    const report = await douane(['check', 'pass.yaml', ...asOf, '-f', 'json'])
    const bare = await verify(report.stdout, ['pass.yaml'])
    expect(bare).toMatchObject({ exit: 1 })
    expect(bare.stdout).toContain('refused UNSIGNED: There is no signature: this is a Report')
    const other = await verify(signed, ['pass.yaml'], { 'public.pem': others.ec.public })
    expect(other).toMatchObject({ exit: 1 })
    expect(other.stdout).toContain('refused KEY_WRONG: It was signed with the key ')
  })

  it.each([
    ['a private key', ['s.json', 'pass.yaml', '--key', 'private.pem'], 'error KEY_UNSUITABLE: This is a private key'],
    ['no descriptor', ['s.json', '--key', 'public.pem'], 'error NO_INPUT: The signature is good, but'],
    ['what is no JSON', ['pass.yaml', '--key', 'public.pem'], 'error SYNTAX'],
    [
      'rules beside a bundle',
      ['b.json', '--key', 'public.pem', '--rules', '.'],
      'error FLAG_INVALID: --rules: a bundle',
    ],
    ['a key that stands twice', ['d.json', '--key', 'public.pem'], 'error DUPLICATE_KEY'],
  ])('cannot tell with %s', async (_, args, told) => {
    const files = { 's.json': signed, 'b.json': bundle, 'd.json': signed.replace('{', '{"payload":"",') }
    const outcome = await douane(['verify', ...args], files)
    expect(outcome).toMatchObject({ exit: 2, stdout: '' })
    expect(outcome.stderr).toContain(told)
  })
})
