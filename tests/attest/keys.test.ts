import { createPrivateKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readPrivateKey, readPublicKey } from '../../src/attest/keys.ts'
import { file, newPair, newPems } from './house.ts'

const kinds = ['ed25519', 'prime256v1', 'secp384r1'] as const

describe('a key', () => {
  it.each(kinds)('%s has the same id in both halves, and another in another pair', (kind) => {
    const [one, other] = [newPair(kind), newPair(kind)]
    expect(one.private.id).toMatch(/^[0-9a-f]{64}$/)
    expect(one.public.id).toBe(one.private.id)
    expect(other.public.id).not.toBe(one.public.id)
  })

  it('may be SEC 1, with its parameters before it', () => {
    const pem = newPems('prime256v1')
    const key = createPrivateKey(pem.private).export({ type: 'sec1', format: 'pem' })
    const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n'
    expect(readPrivateKey(file('k.pem', `${parameters}${key}`), undefined)).toMatchObject({ ok: true })
  })

  it('may be encrypted, with the right passphrase', () => {
    const key = createPrivateKey(newPems('ed25519').private)
    const pem = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right' }).toString()
    const read = (passphrase?: string) => {
      const found = readPrivateKey(file('k.pem', pem), passphrase)
      return found.ok ? 'read' : found.problems[0]?.message
    }
    expect(read('right')).toBe('read')
    expect(read('wrong')).toBe('The private key cannot be decrypted')
    expect(read()).toBe('The private key is encrypted, and there is no passphrase')
  })
})

describe('what is no key for it is told', () => {
  const pems = newPems('ed25519')
  const rsa = newPems('rsa')
  const other = newPems('secp256k1')
  it.each([
    ['a public key to sign', readPrivateKey, pems.public, 'This is a public key'],
    ['a private key to verify', readPublicKey, pems.private, 'This is a private key'],
    ['an RSA key to sign', readPrivateKey, rsa.private, 'The key is of the kind rsa'],
    ['an RSA key to verify', readPublicKey, rsa.public, 'The key is of the kind rsa'],
    ['a curve that nobody asked for', readPrivateKey, other.private, 'The key is of the kind secp256k1'],
    [
      'a certificate',
      readPublicKey,
      '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n',
      'but "CERTIFICATE"',
    ],
    [
      'an OpenSSH key',
      readPrivateKey,
      '-----BEGIN OPENSSH PRIVATE KEY-----\nAA==\n-----END OPENSSH PRIVATE KEY-----\n',
      'cannot be read',
    ],
    ['two keys', readPublicKey, pems.public + rsa.public, 'no public key that can be used'],
    ['a broken key', readPublicKey, pems.public.replace('MCow', 'MCoz'), 'The public key cannot be read'],
    ['a text', readPrivateKey, 'hello', 'This is no private key in PEM'],
    ['nothing', readPublicKey, '', 'This is no public key in PEM'],
  ])('%s', (_, read, pem, message) => {
    const found = read(file('k.pem', pem), undefined)
    expect(found.ok).toBe(false)
    const [problem] = found.ok ? [] : found.problems
    expect(problem).toMatchObject({ code: 'KEY_UNSUITABLE', at: { file: 'k.pem' } })
    expect(problem?.message).toContain(message)
    for (const line of pem.split('\n').filter((text) => /^[\w+/=]{20,}$/.test(text))) {
      expect(JSON.stringify(found)).not.toContain(line)
    }
  })
})
