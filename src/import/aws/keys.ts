import { open, read, type Setting, set, unset } from '../setting.ts'
import type { Planned } from '../terraform/mapping.ts'
import { managerOfKey } from './names.ts'
import { of } from './settings.ts'

export type KeyManager = 'provider' | 'customer' | 'customer-outside'

/** Who manages the key that an attribute names; not set where it names none. */
export function keyOf(resource: Planned, path: string): Setting<KeyManager> {
  const named = resource.named(path)
  if (named.open !== undefined) return open(path, named.open)
  const key = named.is?.[0]
  return key === undefined ? read(resource.text(path), managerOfKey) : managerOf(key)
}

/** A key of a key store outside of AWS is the customer's alone. */
function managerOf(key: Planned): Setting<KeyManager> {
  switch (key.type) {
    case 'aws_kms_key': {
      const outside = read(key.text('xks_key_id'), (): KeyManager => 'customer-outside')
      return of(key, unset(outside, 'customer'))
    }
    case 'AWS::KMS::Key': {
      const origin = key.text('Origin')
      const manager = read(origin, (is): KeyManager => (is === 'EXTERNAL_KEY_STORE' ? 'customer-outside' : 'customer'))
      return of(key, unset(manager, 'customer'))
    }
    case 'aws_kms_external_key':
    case 'aws_kms_replica_key':
    case 'aws_kms_replica_external_key':
    case 'AWS::KMS::ReplicaKey':
      return set(key.address, 'customer')
    case 'aws_kms_alias':
      return aliased(key, 'target_key_id')
    case 'AWS::KMS::Alias':
      return aliased(key, 'TargetKeyId')
    default:
      return open(key.address, 'not-understood')
  }
}

/** Aliases of keys of the provider cannot be made. */
function aliased(alias: Planned, path: string): Setting<KeyManager> {
  const named = alias.named(path)
  if (named.open !== undefined) return of(alias, open(path, named.open))
  const key = named.is?.[0]
  return key === undefined || key.type === alias.type ? set(`${alias.address}.${path}`, 'customer') : managerOf(key)
}
