import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, createPublicKey, verify as verifyBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { opened, payloadType, preAuthenticationEncoding, seal } from '../../src/attest/dsse.ts'
import { readPublicKey } from '../../src/attest/keys.ts'
import { file, newPair } from './house.ts'

const body = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}')
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

describe('what is signed', () => {
  // The example of the DSSE specification: https://github.com/secure-systems-lab/dsse, protocol.md, 'Test Vectors'.
  it('is what the specification of DSSE gives as an example', () => {
    const encoded = preAuthenticationEncoding('http://example.com/HelloWorld', Buffer.from('hello world'))
    expect(textOf(encoded)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
  })

  it('fits the signature of that example', () => {
    const x = 46950820868899156662930047687818585632848591499744589407958293238635476079160n
    const y = 5640078356564379163099075877009565129882514886557779369047442380624545832820n
    const coordinate = (value: bigint): string =>
      Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toString('base64url')
    const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(x), y: coordinate(y) }
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const signature = 'A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=='
    const encoded = preAuthenticationEncoding('http://example.com/HelloWorld', Buffer.from('hello world'))
    const raw = { key, dsaEncoding: 'ieee-p1363' } as const
    expect(verifyBytes('sha256', encoded, raw, Buffer.from(signature, 'base64'))).toBe(true)
  })

  it('counts bytes, and not characters', () => {
    expect(textOf(preAuthenticationEncoding('text/ä', Buffer.from('é€')))).toBe('DSSEv1 7 text/ä 5 é€')
    expect(textOf(preAuthenticationEncoding('', Buffer.from('')))).toBe('DSSEv1 0  0 ')
  })

  it('is another for every other type and body', () => {
    const pair = fc.tuple(fc.string({ unit: 'binary' }), fc.uint8Array())
    fc.assert(
      fc.property(pair, pair, ([type, bytes], [otherType, otherBytes]) => {
        const same = type === otherType && Buffer.compare(bytes, otherBytes) === 0
        const [one, other] = [preAuthenticationEncoding(type, bytes), preAuthenticationEncoding(otherType, otherBytes)]
        expect(Buffer.compare(one, other) === 0).toBe(same)
      }),
    )
  })
})

describe.each(['ed25519', 'prime256v1', 'secp384r1'] as const)('an envelope signed with %s', (kind) => {
  const pair = newPair(kind)
  const envelope = seal(body, pair.private)
  const [signature] = envelope.signatures
  if (signature === undefined) throw new Error('no signature')
  const codeOf = (value: unknown, key = pair.public): string => {
    const found = opened(value, key)
    return found.ok ? textOf(found.value) : (found.problems[0]?.code ?? '')
  }

  it('opens with the public key, and names it', () => {
    expect(codeOf(envelope)).toBe(textOf(body))
    const der = createPublicKey(pair.pem.public).export({ type: 'spki', format: 'der' })
    expect(signature.keyid).toBe(createHash('sha256').update(der).digest('hex'))
  })

  it('opens whichever of several signatures is by the key, in either spelling of base64', () => {
    const other = seal(body, newPair('ed25519').private)
    expect(codeOf({ ...envelope, signatures: [...other.signatures, signature] })).toBe(textOf(body))
    const urlSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_')
    const respelt = { ...envelope, payload: urlSafe(envelope.payload), signatures: [{ sig: urlSafe(signature.sig) }] }
    expect(codeOf(respelt)).toBe(textOf(body))
  })

  it.each([
    ['no envelope', { kind: 'Report' }, 'UNSIGNED'],
    ['a bare statement', JSON.parse(textOf(body)), 'UNSIGNED'],
    ['a text', 'signed', 'UNSIGNED'],
    ['nothing', null, 'UNSIGNED'],
    ['no signatures', { ...envelope, signatures: [] }, 'UNSIGNED'],
    ['signatures left out', { payload: envelope.payload, payloadType }, 'UNSIGNED'],
    ['a payload alone', { payload: envelope.payload }, 'ENVELOPE_MALFORMED'],
    ['an empty signature', { ...envelope, signatures: [{ sig: '' }] }, 'SIGNATURE_WRONG'],
    ['a signature without text', { ...envelope, signatures: [{ keyid: pair.public.id }] }, 'ENVELOPE_MALFORMED'],
    ['another type', { ...envelope, payloadType: 'application/json' }, 'PAYLOAD_TYPE_WRONG'],
    ['another payload', { ...envelope, payload: Buffer.from('{}').toString('base64') }, 'SIGNATURE_WRONG'],
    ['a payload without padding', { ...envelope, payload: envelope.payload.replace(/=*$/, '') }, 'ENVELOPE_MALFORMED'],
    ['a payload with a line break', { ...envelope, payload: `${envelope.payload}\n` }, 'ENVELOPE_MALFORMED'],
    ['a signature with spaces', { ...envelope, signatures: [{ sig: ` ${signature.sig}` }] }, 'ENVELOPE_MALFORMED'],
  ])('is refused with %s', (_, value, code) => {
    expect(codeOf(value)).toBe(code)
  })

  it('is refused with another key of the same kind, and with one of another kind', () => {
    for (const other of ['ed25519', 'prime256v1', 'secp384r1'] as const) {
      expect(codeOf(envelope, newPair(other).public)).toBe('KEY_WRONG')
      const unnamed = { ...envelope, signatures: [{ sig: signature.sig }] }
      expect(codeOf(unnamed, newPair(other).public)).toBe('SIGNATURE_WRONG')
    }
  })

  it('is refused after any change of its payload or its signature', () => {
    const places = fc.record({
      part: fc.constantFrom('payload', 'sig'),
      at: fc.nat(),
      to: fc.integer({ min: 32, max: 126 }),
    })
    fc.assert(
      fc.property(places, ({ part, at, to }) => {
        const text = part === 'payload' ? envelope.payload : signature.sig
        const place = at % text.length
        const changed = `${text.slice(0, place)}${String.fromCharCode(to)}${text.slice(place + 1)}`
        // The other spelling of a character means the same bytes.
        fc.pre(Buffer.compare(Buffer.from(changed, 'base64'), Buffer.from(text, 'base64')) !== 0)
        const value =
          part === 'payload'
            ? { ...envelope, payload: changed }
            : { ...envelope, signatures: [{ ...signature, sig: changed }] }
        expect(['SIGNATURE_WRONG', 'ENVELOPE_MALFORMED']).toContain(codeOf(value))
      }),
      { numRuns: 300 },
    )
  })

  it.runIf(spawnSync('openssl', ['version']).status === 0)('is what OpenSSL takes as signed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'douane-dsse-'))
    try {
      // Built up apart from the product: lengths, type and body by hand.
      writeFileSync(join(folder, 'signed'), `DSSEv1 28 application/vnd.in-toto+json ${body.length} ${textOf(body)}`)
      writeFileSync(join(folder, 'signature'), Buffer.from(signature.sig, 'base64'))
      writeFileSync(join(folder, 'public.pem'), pair.pem.public)
      const hash = {
        ed25519: ['-rawin'],
        prime256v1: ['-rawin', '-digest', 'sha256'],
        secp384r1: ['-rawin', '-digest', 'sha384'],
      }
      const said = execFileSync(
        'openssl',
        [
          'pkeyutl',
          '-verify',
          '-pubin',
          '-inkey',
          'public.pem',
          ...hash[kind],
          '-in',
          'signed',
          '-sigfile',
          'signature',
        ],
        { cwd: folder, encoding: 'utf8' },
      )
      expect(said).toContain('Signature Verified Successfully')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

it('Ed25519 gives the same envelope twice', () => {
  const { private: key } = newPair('ed25519')
  expect(seal(body, key)).toEqual(seal(body, key))
})

it('a key is known by its public half in any file', () => {
  const pair = newPair('prime256v1')
  const again = readPublicKey(file('elsewhere.pem', `\n# a comment\n${pair.pem.public}`))
  expect(again).toMatchObject({ ok: true, value: { id: pair.private.id } })
})
