/**
 * In place of node:crypto in the bundled command: loaded where something of it is first called. With the streams that it
 * brings, it takes as long as deriving half of an engagement, and a check in text has no use for it.
 */
const loaded = () => process.getBuiltinModule('node:crypto')

type Crypto = ReturnType<typeof loaded>

const whenCalled =
  <Name extends keyof Crypto>(name: Name) =>
  (...args: readonly unknown[]): unknown =>
    (loaded()[name] as (...args: readonly unknown[]) => unknown)(...args)

export const createCipheriv = whenCalled('createCipheriv')
export const createHash = whenCalled('createHash')
export const createPrivateKey = whenCalled('createPrivateKey')
export const createPublicKey = whenCalled('createPublicKey')
export const hash = whenCalled('hash')
export const randomBytes = whenCalled('randomBytes')
export const sign = whenCalled('sign')
export const verify = whenCalled('verify')
