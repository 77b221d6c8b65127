import type { Json } from '../terraform/mapping.ts'
import { prefixLength } from './cidr.ts'
import { isRecord, textsOf } from './json.ts'

/**
 * What a condition does to a statement: nothing; it leaves only some callers, by fixed values; it leaves only requests in
 * the clear; or it is not understood.
 */
export type Narrowing = 'none' | 'some' | 'clear text' | 'not understood'

/** Keys by whose fixed values a policy is not public, in lower case. */
const callers = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
])

export function narrowingOf(condition: Json | undefined): Narrowing {
  if (condition === undefined) return 'none'
  if (!isRecord(condition)) return 'not understood'
  const tests = testsOf(condition)
  const [first] = tests
  if (first === undefined) return 'not understood'
  if (tests.length === 1 && isClearText(first)) return 'clear text'
  // Every test must hold, so one that leaves only some callers is enough.
  return tests.some(leavesSome) ? 'some' : 'not understood'
}

export function isAboutTransport(condition: Json | undefined): boolean {
  return isRecord(condition) && testsOf(condition).some(({ key }) => /:(securetransport|tlsversion)$/.test(key))
}

function testsOf(condition: { readonly [operator: string]: Json }): readonly Test[] {
  return Object.entries(condition).flatMap(([operator, keys]) =>
    isRecord(keys) ? Object.entries(keys).map(([key, value]) => ({ operator, key: key.toLowerCase(), value })) : [],
  )
}

type Test = { readonly operator: string; readonly key: string; readonly value: Json }

function isClearText({ operator, key, value }: Test): boolean {
  const values = Array.isArray(value) ? (value as readonly Json[]) : [value]
  const isFalse = values.length === 1 && (values[0] === false || values[0] === 'false')
  return operator === 'Bool' && key === 'aws:securetransport' && isFalse
}

function leavesSome({ operator, key, value }: Test): boolean {
  const values = textsOf(value)
  if (values === undefined || values.length === 0 || !callers.has(key)) return false
  if (operator === 'IpAddress') return key === 'aws:sourceip' && values.every(isNarrow)
  if (operator === 'StringEquals' || operator === 'StringEqualsIgnoreCase') return values.every(isFixed)
  if (operator === 'ArnEquals' || operator === 'ArnLike' || operator === 'StringLike')
    return values.every((one) => isFixed(one) || (key === 'aws:sourcearn' && namesAccount(one)))
  return false
}

/** Amazon S3 calls a range wider than /8 public; the smallest block that a registry gives away is the like of IPv6. */
function isNarrow(range: string): boolean {
  const length = prefixLength(range)
  return length !== undefined && length >= (range.includes(':') ? 32 : 8)
}

const isFixed = (text: string): boolean => text !== '' && !/[*?]|\$\{/.test(text)

const namesAccount = (arn: string): boolean => /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:/.test(arn)
