import type { Want } from '../json-stream.ts'
import type { Block, Call, Collected, Expression, Module, References } from './collected.ts'
import { once } from './once.ts'
import { sourceOf } from './providers.ts'
import { readsOf } from './reads.ts'
import { mappings } from './types/index.ts'

type Named = Readonly<Record<string, unknown>>

/** `configuration.provider_config`: where each provider is configured, and for which region. */
export function wantProviders({ providers }: Collected): Want {
  return {
    members: (key) => ({
      whole: (value) => {
        const attribute = sourceOf(text(value, 'full_name') ?? text(value, 'name') ?? '')?.region
        const region = attribute === undefined ? undefined : expression(member(member(value, 'expressions'), attribute))
        providers.set(key, { module: text(value, 'module_address') ?? '', region })
      },
    }),
  }
}

/** A module of `configuration`, by its path without keys. */
export function collectModule(collected: Collected, path: string): Want {
  const module: Module = { blocks: new Map(), calls: new Map(), outputs: new Map(), variables: new Map() }
  collected.modules.set(path, module)
  return {
    members: (name) => {
      switch (name) {
        case 'resources':
          return { items: { whole: (value) => collectBlock(collected, module, value) } }
        case 'outputs':
          return {
            members: (output) => ({
              whole: (value) => module.outputs.set(output, expression(member(value, 'expression')) ?? {}),
            }),
          }
        case 'variables':
          return { members: (variable) => ({ whole: (value) => collectVariable(module, variable, value) }) }
        case 'module_calls':
          return { members: (call) => wantCall(collected, module, path, call) }
        default:
          return 'nothing'
      }
    },
  }
}

function wantCall(collected: Collected, module: Module, path: string, call: string): Want {
  const one: Call = { inputs: new Map(), forEach: undefined }
  module.calls.set(call, one)
  return {
    members: (name) => {
      if (name === 'module') return collectModule(collected, path === '' ? `module.${call}` : `${path}.module.${call}`)
      if (name === 'for_each_expression')
        return {
          whole: (value) => {
            one.forEach = expression(value)
          },
        }
      if (name !== 'expressions') return 'nothing'
      return {
        whole: (value) => {
          const inputs = Object.entries(isNamed(value) ? value : {})
          one.inputs = new Map(inputs.map(([input, given]) => [input, expression(given) ?? {}]))
        },
      }
    },
  }
}

function collectVariable(module: Module, name: string, value: unknown): void {
  module.variables.set(name, { default: member(value, 'default'), sensitive: member(value, 'sensitive') === true })
}

function collectBlock(collected: Collected, module: Module, value: unknown): void {
  const [type, name] = [text(value, 'type'), text(value, 'name')]
  if (type === undefined || name === undefined || member(value, 'mode') === 'data') return
  const expressions = member(value, 'expressions')
  const read = readsOf(mappings.get(type)).flatMap((attribute) => {
    const references = referencesOf(member(expressions, attribute))
    return references === undefined ? [] : [[attribute, references] as const]
  })
  const providerKey = text(value, 'provider_config_key')
  const block: Block = {
    providerKey: providerKey === undefined ? undefined : once(collected, providerKey),
    references: read.length === 0 ? undefined : JSON.stringify(Object.fromEntries(read)),
    sets: once(collected, `,${Object.keys(isNamed(expressions) ? expressions : {}).join(',')},`),
    region: expression(member(expressions, 'region')),
    forEach: expression(member(value, 'for_each_expression')),
  }
  module.blocks.set(`${type}.${name}`, block)
}

/** What an attribute refers to; for blocks, by what is in them. */
function referencesOf(value: unknown): References | undefined {
  if (Array.isArray(value)) {
    const all = value.map((one) => referencesOf(one) ?? [])
    return all.some((one) => !Array.isArray(one) || one.length > 0) ? all : undefined
  }
  if (!isNamed(value)) return undefined
  const references = member(value, 'references')
  if (Array.isArray(references)) return references.filter((one) => typeof one === 'string')
  const within = Object.entries(value).flatMap(([name, one]) => {
    const found = name === '__proto__' ? undefined : referencesOf(one)
    return found === undefined ? [] : [[name, found] as const]
  })
  return within.length === 0 ? undefined : Object.fromEntries(within)
}

function expression(value: unknown): Expression | undefined {
  if (!isNamed(value)) return undefined
  const references = member(value, 'references')
  if (Array.isArray(references)) return { references: references.filter((one) => typeof one === 'string') }
  return Object.hasOwn(value, 'constant_value') ? { constant: value.constant_value } : {}
}

const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value)

function member(value: unknown, name: string): unknown {
  return isNamed(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function text(value: unknown, name: string): string | undefined {
  const found = member(value, name)
  return typeof found === 'string' && found !== '' ? found : undefined
}
