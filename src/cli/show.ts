import { stringify } from 'yaml'
import type { Library } from '../load/workspace.ts'
import type { FactDefinition } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import { operatorsOf } from '../model/operators.ts'
import type { Rule } from '../model/rule.ts'
import { harmless, seen } from '../text/harmless.ts'
import { suggest } from '../text/nearest.ts'
import type { LibraryFlags } from './inputs.ts'
import { readLibrary } from './library.ts'
import { faultMeanings, meanings, refusalMeanings } from './meanings.ts'
import { tell } from './problems.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

type ShowFlags = LibraryFlags & { readonly format: 'text' | 'json' }

/** `douane show`: everything that is known of one thing, as the YAML that it is or could be. */
export async function show(id: string, flags: ShowFlags, terminal: Terminal): Promise<Exit> {
  const library = await readLibrary(flags, terminal)
  if (library === undefined) return exit.unable
  const things = thingsIn(library)
  const found = things.get(id)
  if (found === undefined) {
    const message = `There is nothing called ${seen(id)}`
    const problem = { code: 'REFERENCE_UNKNOWN', message, hint: suggest(id, things.keys()) } as const
    tell([problem], [], { json: flags.format === 'json', color: true }, terminal)
    return exit.unable
  }
  const values = found.map((thing) => thing())
  const [only] = values
  const shown = values.length === 1 ? only : values
  terminal.stdout.write(
    flags.format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : values.map(asText).join('---\n'),
  )
  return exit.pass
}

type Things = Map<string, (() => unknown)[]>

/** Everything that can be shown, by id. A name may mean several, as a fact that two kinds of subjects have. */
function thingsIn({ registry, packs }: Library): Things {
  const things: Things = new Map()
  const add = (id: string, thing: () => unknown): void => {
    things.set(id, [...(things.get(id) ?? []), thing])
  }
  const rules = packs.flatMap((pack) => pack.rules)
  for (const rule of rules) {
    add(rule.id, () => rule.text)
    add(rule.id.slice(rule.pack.length + 1), () => rule.text)
  }
  for (const pack of packs) {
    add(pack.id, () => ({ ...pack, rules: pack.rules.map((rule) => rule.id) }))
    for (const control of pack.controls)
      add(control.id, () => ({ ...control, pack: pack.id, rules: checking(rules, control.id) }))
  }
  for (const { value } of registry.providers) add(value.id, () => value)
  for (const { value } of registry.regions)
    add(value.id === value.provider ? `${value.id}-regions` : value.id, () => value)
  for (const { value } of registry.sources) {
    const things = [...value.sources, ...(value.defects ?? []), ...(value.notEncoded ?? [])]
    for (const thing of things) add(thing.id, () => thing)
  }
  for (const { value } of registry.jurisdictions) {
    for (const row of value.jurisdictions ?? []) for (const code of row.codes) add(code, () => row)
    for (const decision of value.adequacy ?? []) add(decision.id, () => decision)
    for (const instrument of value.instruments ?? []) add(instrument.id, () => instrument)
  }
  for (const { value } of registry.vocabulary) {
    for (const term of [...value.categories, ...value.subjects, ...value.purposes]) add(term.id, () => term)
  }
  for (const [subject, facts] of Object.entries(factCatalogue)) {
    for (const [name, definition] of Object.entries(facts)) {
      const thing = () => factOf(name, subject, definition, rules)
      add(name, thing)
      add(`${subject}.${name}`, thing)
    }
  }
  for (const [code, meaning] of Object.entries({ ...meanings, ...faultMeanings, ...refusalMeanings }))
    add(code, () => ({ code, meaning }))
  return things
}

function checking(rules: readonly Rule[], control: string): readonly string[] {
  return rules.filter((rule) => rule.controls.includes(control)).map((rule) => rule.id)
}

function factOf(name: string, subject: string, definition: FactDefinition, rules: readonly Rule[]): unknown {
  const named = `"fact":"${name}"`
  const readBy = rules.filter((rule) => rule.subject === subject && JSON.stringify(rule.text).includes(named))
  return {
    fact: name,
    subject,
    ...definition,
    operators: operatorsOf[definition.type],
    readBy: readBy.map((rule) => rule.id),
  }
}

function asText(value: unknown): string {
  const text = stringify(value, { lineWidth: 100, aliasDuplicateObjects: false })
  return `${text.split('\n').map(harmless).join('\n').trimEnd()}\n`
}
