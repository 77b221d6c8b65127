import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/location.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { shortened } from '../text/harmless.ts'

/** A key that can be used, private or public. */
export type Key = {
  readonly object: KeyObject
  /** What is signed is hashed with this first; Ed25519 does that itself. */
  readonly hash: 'sha256' | 'sha384' | null
  /** `Ed25519`, `ECDSA P-256` or `ECDSA P-384`. */
  readonly algorithm: string
  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER), in hexadecimal. */
  readonly id: string
}

/**
 * The private key of a PEM file: PKCS#8, or SEC 1 for an elliptic curve. An encrypted one needs its passphrase.
 *
 * Errors: KEY_UNSUITABLE, which never shows anything of the key.
 */
export function readPrivateKey(file: SourceFile, passphrase: string | undefined): Result<Key, Diagnostic> {
  const pem = Buffer.from(file.bytes).toString('latin1')
  const labels = labelsIn(pem)
  if (!labels.some((label) => label.endsWith('PRIVATE KEY'))) {
    return labels.includes('PUBLIC KEY')
      ? unsuitable(file, 'This is a public key; a result is signed with the private one', 'Name the private key.')
      : unsuitable(file, notAKey('private', labels), howToMake)
  }
  const isEncrypted = labels.includes('ENCRYPTED PRIVATE KEY') || /^Proc-Type: 4,ENCRYPTED/m.test(pem)
  if (isEncrypted && passphrase === undefined) {
    const hint = 'Put its passphrase into the environment variable DOUANE_KEY_PASSPHRASE.'
    return unsuitable(file, 'The private key is encrypted, and there is no passphrase', hint)
  }
  try {
    return keyOf(file, createPrivateKey({ key: pem, format: 'pem', ...(isEncrypted ? { passphrase } : {}) }))
  } catch {
    return isEncrypted
      ? unsuitable(file, 'The private key cannot be decrypted', 'Is DOUANE_KEY_PASSPHRASE the right passphrase?')
      : unsuitable(file, 'The private key cannot be read', howToMake)
  }
}

/** The public key of a PEM file. Errors: KEY_UNSUITABLE. */
export function readPublicKey(file: SourceFile): Result<Key, Diagnostic> {
  const pem = Buffer.from(file.bytes).toString('latin1')
  const labels = labelsIn(pem)
  if (labels.some((label) => label.endsWith('PRIVATE KEY'))) {
    const hint = 'Make the public one from it: openssl pkey -in private.pem -pubout -out public.pem'
    return unsuitable(file, 'This is a private key; a result is verified with the public one', hint)
  }
  if (labels.length !== 1 || labels[0] !== 'PUBLIC KEY') {
    return unsuitable(file, notAKey('public', labels), 'Name a PEM file that begins with "-----BEGIN PUBLIC KEY-----".')
  }
  try {
    return keyOf(file, createPublicKey({ key: pem, format: 'pem' }))
  } catch {
    return unsuitable(file, 'The public key cannot be read', 'Ask for it again from whoever signed.')
  }
}

const howToMake = 'Make one: openssl genpkey -algorithm ed25519 -out private.pem'

function labelsIn(pem: string): readonly string[] {
  return [...pem.matchAll(/^-----BEGIN ([A-Z0-9 ]{1,40})-----/gm)].map(([, label = '']) => label)
}

function notAKey(wanted: string, labels: readonly string[]): string {
  const [label] = labels
  return label === undefined
    ? `This is no ${wanted} key in PEM`
    : `This is no ${wanted} key that can be used, but "${shortened(label)}"`
}

const curves: Readonly<Record<string, Pick<Key, 'hash' | 'algorithm'>>> = {
  prime256v1: { hash: 'sha256', algorithm: 'ECDSA P-256' },
  secp384r1: { hash: 'sha384', algorithm: 'ECDSA P-384' },
}

function keyOf(file: SourceFile, object: KeyObject): Result<Key, Diagnostic> {
  const type = object.asymmetricKeyType
  const curve = object.asymmetricKeyDetails?.namedCurve
  const use =
    type === 'ed25519' ? { hash: null, algorithm: 'Ed25519' } : type === 'ec' ? curves[curve ?? ''] : undefined
  if (use === undefined) {
    const message = `The key is of the kind ${curve ?? type}; Ed25519, ECDSA P-256 and ECDSA P-384 are known`
    return unsuitable(file, message, howToMake)
  }
  const publicKey = object.type === 'private' ? createPublicKey(object) : object
  const id = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
  return ok({ object, ...use, id })
}

function unsuitable({ path }: SourceFile, message: string, hint: string): Result<never, Diagnostic> {
  const at = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 }
  return failed([{ code: 'KEY_UNSUITABLE', message, hint, at }])
}
