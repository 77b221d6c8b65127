import { open, read, type Setting, set } from '../setting.ts'
import { isBeginning, stepsOf } from './address.ts'
import { valueAt } from './attributes.ts'
import { codeOf } from './code.ts'
import type { Block, Collected, Expression, Kept } from './collected.ts'
import type { Json } from './mapping.ts'

/**
 * The region of a resource: its own attribute `region`; where its code leaves that out, that of the provider which its
 * code is configured with.
 */
export function regionOf(collected: Collected, kept: Kept, attributes: Json): Setting<string> {
  const block = codeOf(collected, kept)
  const own = read(valueAt(attributes, 'region'), asRegion)
  if (own.open === undefined || own.open === 'sensitive' || own.open === 'not-understood') return own
  if (block?.region?.constant !== undefined) return read(stated(block.region.constant, 'region'), asRegion)
  if (block?.region !== undefined) return open('region', own.open === 'not-set' ? 'not-understood' : own.open)
  if (block === undefined) return own
  return providerRegion(collected, kept, block)
}

function providerRegion(collected: Collected, kept: Kept, { providerKey }: Block): Setting<string> {
  const attribute = kept.source?.region
  if (attribute === undefined) return open('region', 'not-in-file')
  const shown = `provider.${attribute}`
  if (providerKey === undefined) return open(shown, 'not-in-file')
  const configured = collected.providers.get(providerKey)
  if (configured !== undefined) return resolved(collected, configured.module, configured.region, shown)
  // A root that configures nothing takes its region from the environment. In a module a key that leads nowhere is one
  // of a provider that was handed over, which old plans do not follow.
  return open(shown, providerKey.includes(':') ? 'not-understood' : 'not-in-file')
}

function resolved(
  collected: Collected,
  module: string,
  expression: Expression | undefined,
  attribute: string,
): Setting<string> {
  if (expression === undefined) return open(attribute, 'not-in-file')
  return read(resolve(collected, module, expression, attribute), (value) =>
    asRegion(attribute === 'provider.api_url' ? siteOf(value) : value),
  )
}

/** What an expression in a module comes to, as far as the plan says. */
function resolve(collected: Collected, module: string, expression: Expression, attribute: string): Setting<unknown> {
  if (expression.constant !== undefined) return stated(expression.constant, attribute)
  const [whole, ...parts] = expression.references ?? []
  if (whole === undefined) return open(attribute, 'not-understood')
  // A plan gives each reference with all of its beginnings; another one means that a value is put together.
  if (!parts.every((part) => isBeginning(part, whole))) return open(attribute, 'not-understood')
  const [kind, variable, ...steps] = stepsOf(whole)
  if (kind?.name !== 'var' || variable === undefined) return open(attribute, 'not-understood')
  const declared = collected.modules.get(module)?.variables.get(variable.name)
  if (declared === undefined) return open(attribute, 'not-in-file')
  if (declared.sensitive) return open(attribute, 'sensitive')
  const input = inputOf(collected, module, variable.name, attribute)
  const found = input ?? stated(declared.default, attribute)
  const path = [variable.key, ...steps.flatMap(({ name, key }) => [name === '' ? undefined : name, key])]
  return read(found, (value) =>
    path.reduce<unknown>((one, step) => (step === undefined ? one : below(one, step)), value),
  )
}

/** What a variable is set to by whoever calls the module; for the root, by whoever planned. */
function inputOf(collected: Collected, module: string, name: string, attribute: string): Setting<unknown> | undefined {
  if (module === '') return collected.variables.has(name) ? stated(collected.variables.get(name), attribute) : undefined
  const steps = module.split('.module.')
  const call = (steps.pop() as string).replace(/^module\./, '')
  const outer = steps.join('.module.')
  const input = collected.modules.get(outer)?.calls.get(call)?.inputs.get(name)
  return input === undefined ? undefined : resolve(collected, outer, input, attribute)
}

function stated(value: unknown, attribute: string): Setting<unknown> {
  if (value === undefined) return open(attribute, 'not-in-file')
  return value === null || value === '' ? open(attribute, 'not-set') : set(attribute, value)
}

function below(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<string | number, unknown>>)[step]
    : undefined
}

/** A text that may be the name of a region: nothing else leaves a variable. */
const asRegion = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9 .-]{0,39}$/.test(value) ? value : undefined

/** `https://api.datadoghq.eu/` is the site `datadoghq.eu`. */
const siteOf = (value: unknown): unknown =>
  typeof value === 'string' ? /^https:\/\/api\.([a-z0-9.-]+)\/?$/.exec(value)?.[1] : undefined
