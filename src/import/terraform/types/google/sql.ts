import { allOf, listed, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mappings, Planned } from '../../mapping.ts'
import { anyIn, everyone, of, textWithin } from '../blocks.ts'
import { kms, part, placeOrProvider, regionName } from './settings.ts'

const INSTANCE = 'google_sql_database_instance'
const NETWORK = 'settings.0.ip_configuration.0'
const BACKUPS = 'settings.0.backup_configuration.0'

function instance(resource: Planned): Described {
  return {
    region: placeOrProvider(resource, 'region'),
    ...kms(resource, 'encryption_key_name'),
    encryptedInTransit: encryptedInTransit(resource),
    exposed: exposed(resource),
    copiesTo: listed(backups(resource), replicas(resource)),
  }
}

/** Without an authorised network nobody reaches it directly, even at a public address. */
const exposed = (resource: Planned): Setting<boolean> =>
  allOf(
    resource.flag(`${NETWORK}.ipv4_enabled`),
    anyIn(resource.list(`${NETWORK}.authorized_networks`), (network, at) => everyone(textWithin(at, network, 'value'))),
  )

const SSL_MODES = new Map([
  ['ENCRYPTED_ONLY', true],
  ['TRUSTED_CLIENT_CERTIFICATE_REQUIRED', true],
  ['ALLOW_UNENCRYPTED_AND_ENCRYPTED', false],
])

/** `require_ssl` is the older switch; where the two disagree neither is believed. */
function encryptedInTransit(resource: Planned): Setting<boolean> {
  const mode = read(resource.text(`${NETWORK}.ssl_mode`), (value) => SSL_MODES.get(value))
  const older = resource.flag(`${NETWORK}.require_ssl`)
  if (mode.open === 'not-set' && older.open !== 'not-in-file') return older
  return mode.is === false && older.is === true ? open(mode.attribute, 'not-understood') : mode
}

/** Backups without a location of their own go to the multi-region nearest to the instance, which is not known here. */
function backups(resource: Planned): Setting<readonly string[]> {
  const enabled = resource.flag(`${BACKUPS}.enabled`)
  if (enabled.open !== undefined) return open(enabled.attribute, enabled.open)
  if (enabled.is === false) return set(enabled.attribute, [])
  return read(resource.text(`${BACKUPS}.location`), (location): readonly string[] => [regionName(location)])
}

function replicas(resource: Planned): Setting<readonly string[]> {
  const parts = resource.parts(INSTANCE)
  if (parts.open !== undefined) return open(parts.attribute, parts.open)
  const regions = (parts.is as readonly Planned[]).map((replica) =>
    read(of(replica, placeOrProvider(replica, 'region')), (region): readonly string[] => [region]),
  )
  return listed(set(INSTANCE, []), ...regions)
}

/** Cloud SQL. */
export const sql: Mappings = {
  [INSTANCE]: {
    service: 'gcp/cloud-sql',
    keeps: true,
    reads: ['region', 'encryption_key_name', 'settings', 'master_instance_name'],
    partOf: { attribute: 'master_instance_name', types: [INSTANCE], optional: true },
    describe: instance,
  },
  google_sql_database: part('gcp/cloud-sql', 'instance', INSTANCE),
  google_sql_user: part('gcp/cloud-sql', 'instance', INSTANCE),
  google_sql_ssl_cert: { service: 'none', region: 'global' },
}
