import { sign, verify } from 'node:crypto'
import { failed, ok, type Result } from '../model/result.ts'
import { seen, shortened } from '../text/harmless.ts'
import type { Key } from './keys.ts'
import type { Refusal, RefusalCode } from './refusal.ts'

/** A DSSE envelope, version 1: https://github.com/secure-systems-lab/dsse */
export type Envelope = {
  readonly payload: string
  readonly payloadType: string
  readonly signatures: readonly { readonly keyid?: string; readonly sig: string }[]
}

export const payloadType = 'application/vnd.in-toto+json'

/** What is signed: type and body, each after its length in bytes, so that neither can be taken for a part of the other. */
export function preAuthenticationEncoding(type: string, body: Uint8Array): Uint8Array {
  const name = Buffer.from(type, 'utf8')
  return Buffer.concat([Buffer.from(`DSSEv1 ${name.length} `), name, Buffer.from(` ${body.length} `), body])
}

/** Signs a statement. ECDSA signatures are in DER, as OpenSSL writes them, and differ from time to time. */
export function seal(body: Uint8Array, key: Key): Envelope {
  const signature = sign(key.hash, preAuthenticationEncoding(payloadType, body), key.object)
  return {
    payload: Buffer.from(body).toString('base64'),
    payloadType,
    signatures: [{ keyid: key.id, sig: signature.toString('base64') }],
  }
}

/**
 * What an envelope holds, if it was signed with the key. `keyid` decides nothing: it only tells why a signature does not
 * fit. Of several signatures, one has to fit.
 *
 * Errors: UNSIGNED, ENVELOPE_MALFORMED, PAYLOAD_TYPE_WRONG, KEY_WRONG, SIGNATURE_WRONG.
 */
export function opened(value: unknown, key: Key): Result<Uint8Array, Refusal> {
  const envelope = envelopeOf(value)
  if (!envelope.ok) return envelope
  const { payload, payloadType: type, signatures } = envelope.value
  if (type !== payloadType) {
    return refused('PAYLOAD_TYPE_WRONG', `The envelope holds ${seen(type)}, and no in-toto statement`, signAgain)
  }
  const body = decoded(payload)
  if (body === undefined) return refused('ENVELOPE_MALFORMED', 'The payload is not base64', signAgain)
  const encoding = preAuthenticationEncoding(type, body)
  let names = false
  for (const [index, { sig, keyid }] of signatures.entries()) {
    const bytes = decoded(sig)
    if (bytes === undefined) return refused('ENVELOPE_MALFORMED', `Signature ${index + 1} is not base64`, signAgain)
    if (verify(key.hash, encoding, key.object, bytes)) return ok(body)
    names ||= keyid === undefined || keyid === key.id
  }
  if (names) {
    const message = 'The signature does not fit what is signed: one of them was changed after signing'
    return refused('SIGNATURE_WRONG', message, 'Ask for the file again from whoever signed it.')
  }
  const others = signatures.map(({ keyid = '' }) => shortened(keyid, 64)).join(', ')
  const message = `It was signed with the key ${others}, and not with ${key.id} (${key.algorithm})`
  return refused('KEY_WRONG', message, 'Name the public key of whoever signed, from a source that you trust.')
}

const signAgain = 'Have the engagement signed again, with `douane sign`.'

function refused(code: RefusalCode, message: string, hint: string): Result<never, Refusal> {
  return failed([{ code, message, hint }])
}

function envelopeOf(value: unknown): Result<Envelope, Refusal> {
  if (!isMapping(value) || (!Object.hasOwn(value, 'payload') && !Object.hasOwn(value, 'signatures'))) {
    return refused('UNSIGNED', `There is no signature: this is ${nameOf(value)}, and no envelope`, signAgain)
  }
  const { payload, payloadType: type, signatures } = value
  if (typeof payload !== 'string' || typeof type !== 'string') {
    return refused('ENVELOPE_MALFORMED', 'The envelope has no payload or no payload type', signAgain)
  }
  if (signatures === undefined || signatures === null || (Array.isArray(signatures) && signatures.length === 0)) {
    return refused('UNSIGNED', 'The envelope has no signature', signAgain)
  }
  if (!Array.isArray(signatures) || !signatures.every(isSignature)) {
    return refused('ENVELOPE_MALFORMED', 'The signatures of the envelope are not as DSSE wants them', signAgain)
  }
  return ok({ payload, payloadType: type, signatures })
}

function nameOf(value: unknown): string {
  if (!isMapping(value)) return seen(value)
  if (value.kind === 'Report') return 'a Report'
  if (value.kind !== undefined) return `a document of kind ${seen(value.kind)}`
  return value._type === undefined ? seen(value) : 'a bare statement'
}

function isSignature(value: unknown): value is Envelope['signatures'][number] {
  return (
    isMapping(value) && typeof value.sig === 'string' && (value.keyid === undefined || typeof value.keyid === 'string')
  )
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Standard or URL-safe base64, as DSSE allows both; only the one spelling that each has for some bytes. */
function decoded(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  const standard = bytes.toString('base64')
  return text === standard || text === standard.replaceAll('+', '-').replaceAll('/', '_') ? bytes : undefined
}
