import { JsonStream, type Want } from '../json-stream.ts'
import { type At, Unreadable } from '../unreadable.ts'
import { parseAddress } from './address.ts'
import { type After, pick } from './attributes.ts'
import { collectModule, wantProviders } from './collect-configuration.ts'
import type { Collected, Kept } from './collected.ts'
import { once } from './once.ts'
import { sourceOf } from './providers.ts'
import { keepsOf } from './reads.ts'
import { mappings } from './types/index.ts'

type Named = Readonly<Record<string, unknown>>

const asWritten = 'Give what `terraform show -json PLAN` or `tofu show -json PLAN` writes, unchanged.'

/** Reads a plan, and keeps of it what the mappings of its types read. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Collected> {
  const collected: Collected = {
    formatVersion: undefined,
    tool: undefined,
    errored: false,
    complete: true,
    deferred: 0,
    variables: new Map(),
    providers: new Map(),
    modules: new Map(),
    resources: new Map(),
    destroyed: new Set(),
    read: new Set(),
    texts: new Map(),
    around: new Map(),
  }
  const stream = new JsonStream({ members: (key) => wantOf(collected, key) })
  for await (const chunk of chunks) stream.push(chunk)
  stream.end()
  checkVersion(collected.formatVersion, { line: 1, column: 1 })
  return collected
}

function wantOf(collected: Collected, key: string): Want {
  switch (key) {
    case 'format_version':
      return {
        whole: (value, at) => {
          collected.formatVersion = textOf(value)
          checkVersion(collected.formatVersion, at)
        },
      }
    case 'terraform_version':
      return {
        whole: (value) => {
          collected.tool = textOf(value)
        },
      }
    case 'errored':
      return {
        whole: (value) => {
          collected.errored = value !== false
        },
      }
    case 'complete':
      return {
        whole: (value) => {
          collected.complete = value !== false
        },
      }
    case 'variables':
      return { members: (name) => ({ whole: (value) => collected.variables.set(name, member(value, 'value')) }) }
    case 'planned_values':
      return { members: (name) => (name === 'root_module' ? plannedModule(collected) : 'nothing') }
    case 'resource_changes':
      return { items: { whole: (value, at) => change(collected, value, at) } }
    case 'deferred_changes':
      return { items: { whole: (value, at) => deferred(collected, value, at) } }
    case 'configuration':
      return {
        members: (name) => {
          if (name === 'provider_config') return wantProviders(collected)
          return name === 'root_module' ? collectModule(collected, '') : 'nothing'
        },
      }
    case 'values':
    case 'serial':
    case 'lineage':
      throw new Unreadable('IMPORT_MALFORMED', 'The file is a state, not a plan', asPlan)
    case '@level':
      throw new Unreadable('IMPORT_MALFORMED', 'The file is a log of what Terraform did, not a plan', asPlan)
    default:
      return 'nothing'
  }
}

const asPlan =
  'Write a plan with `terraform plan -out PLAN` and give what `terraform show -json PLAN` writes (or `tofu` for both).'

function checkVersion(version: string | undefined, at: At): void {
  if (version !== undefined && /^1\.\d{1,9}$/.test(version)) return
  const message =
    version === undefined
      ? 'The file does not say which version of the plan format it is in (`format_version`)'
      : 'The file is in a version of the plan format that is not known; 1.0 and later versions that begin with 1 are'
  throw new Unreadable('IMPORT_VERSION', message, asWritten, at)
}

function plannedModule(collected: Collected): Want {
  return {
    members: (name) => {
      if (name === 'resources') return { items: { whole: (value, at) => planned(collected, value, at) } }
      return name === 'child_modules' ? { items: plannedModule(collected) } : 'nothing'
    },
  }
}

/** A resource in `planned_values`. It counts where no change says more of it. */
function planned(collected: Collected, value: unknown, at: At): void {
  const { address } = headOf(value, at)
  if (member(value, 'mode') === 'data') {
    collected.read.add(address)
    return
  }
  if (collected.resources.has(address) || collected.destroyed.has(address)) return
  const values = member(value, 'values')
  const after = { value: values, sensitive: member(value, 'sensitive_values') }
  collected.resources.set(address, kept(collected, value, at, after, false))
}

function deferred(collected: Collected, value: unknown, at: At): void {
  collected.deferred += 1
  change(collected, member(value, 'resource_change'), at)
}

function change(collected: Collected, value: unknown, at: At): void {
  const { address } = headOf(value, at)
  if (member(value, 'mode') === 'data') {
    collected.read.add(address)
    return
  }
  const body = member(value, 'change')
  const actions = member(body, 'actions')
  if (!Array.isArray(actions) || actions.length === 0)
    throw new Unreadable('IMPORT_MALFORMED', 'A change of a resource has no `actions`', asWritten, at)
  const deposed = textOf(member(value, 'deposed'))
  const object = deposed === undefined ? address : `${address} (${deposed})`
  const known = collected.resources.get(object)
  if (known?.changed || collected.destroyed.has(object))
    throw new Unreadable('IMPORT_MALFORMED', 'There are two changes of one resource', asWritten, at)
  if (actions.every((action) => action === 'delete' || action === 'forget')) {
    collected.resources.delete(object)
    collected.destroyed.add(object)
    return
  }
  const after = {
    value: member(body, 'after'),
    unknown: member(body, 'after_unknown'),
    sensitive: member(body, 'after_sensitive'),
  }
  collected.resources.set(address, kept(collected, value, at, after, true))
}

function headOf(value: unknown, at: At): { readonly address: string; readonly type: string } {
  const address = textOf(member(value, 'address'))
  const type = textOf(member(value, 'type'))
  if (address === undefined || type === undefined)
    throw new Unreadable('IMPORT_MALFORMED', 'A resource has no `address` or no `type`', asWritten, at)
  if (address.length > 1000 || type.length > 200)
    throw new Unreadable('IMPORT_MALFORMED', 'The address or the type of a resource is too long', asWritten, at)
  return { address, type }
}

function kept(collected: Collected, value: unknown, at: At, after: After, changed: boolean): Kept {
  const { address, type } = headOf(value, at)
  const source = sourceOf(textOf(member(value, 'provider_name')) ?? '')
  const mapping = source === undefined ? undefined : mappings.get(type)
  const before = collected.resources.get(address)
  return {
    address: before?.address ?? address,
    type: once(collected, type),
    place: before?.place ?? parseAddress(address, collected.around),
    source,
    at,
    mapping,
    attributes: JSON.stringify(pick(after, keepsOf(mapping))),
    changed,
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Named)[name] : undefined
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
