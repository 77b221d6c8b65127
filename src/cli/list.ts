import type { Library } from '../load/workspace.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { Instant } from '../model/instant.ts'
import { seen } from '../text/harmless.ts'
import { suggest } from '../text/nearest.ts'
import { datedEntries } from './dated-entries.ts'
import type { LibraryFlags } from './inputs.ts'
import { readLibrary } from './library.ts'
import { type Listable, listable } from './listable.ts'
import { tell } from './problems.ts'
import { type Row, table } from './table.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

type ListFlags = LibraryFlags & {
  readonly format: 'text' | 'json'
  readonly due?: boolean
  readonly asOf?: Instant
}

/** `douane list`: one row for each thing of a kind. */
export async function list(what: string, flags: ListFlags, terminal: Terminal): Promise<Exit> {
  const known = listable.find((name) => name === what)
  if (known === undefined) {
    const message = `There is no list of ${seen(what)}`
    const hint = suggest(what, listable)
    tell([{ code: 'FLAG_INVALID', message, hint }], [], { json: flags.format === 'json', color: true }, terminal)
    return exit.unable
  }
  if (known !== 'registry' && (flags.due || flags.asOf !== undefined)) {
    const message = `${flags.due ? '--due' : '--as-of'} is for the registry, whose entries have a day for their review`
    const hint = 'Leave it out, or list the registry.'
    tell([{ code: 'FLAG_INVALID', message, hint }], [], { json: flags.format === 'json', color: true }, terminal)
    return exit.unable
  }
  const library = await readLibrary(flags, terminal)
  if (library === undefined) return exit.unable
  const due = flags.due ? (flags.asOf ?? terminal.now()) : undefined
  const rows = lists[known](library, due)
  const text = flags.format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : table(rows)
  terminal.stdout.write(text === '' ? 'nothing\n' : text)
  return exit.pass
}

const lists: { readonly [what in Listable]: (library: Library, due?: Instant) => readonly Row[] } = {
  providers: ({ registry }) =>
    registry.providers.map(({ value: { id, name, entities, services } }) => ({
      id,
      name,
      countries: [...new Set(entities.map(({ country }) => country ?? '?'))].sort().join(' '),
      services: services.map((service) => service.id).join(', '),
    })),
  regions: ({ registry }) =>
    registry.regions.flatMap(({ value: { id: table, regions } }) =>
      regions.map(({ code, place, name }) => ({ table, code, place, name: name ?? '' })),
    ),
  packs: ({ allPacks, configuration }) =>
    allPacks.map(({ id, title, basis, rules }) => {
      const setting = configuration.packs.find((one) => one.id === id)
      const left = setting?.rulesLeftOut.length ?? 0
      const counts = setting === undefined ? 'all' : setting.counts
      return { id, basis, counts, rules: `${rules.length - left} of ${rules.length}`, title }
    }),
  rules: ({ packs }) =>
    packs
      .flatMap(({ rules }) => rules)
      .map(({ id, subject, level, basis, controls, title }) => ({
        id,
        subject,
        level,
        basis,
        controls: controls.join(' '),
        title,
      })),
  facts: () =>
    Object.entries(factCatalogue).flatMap(([subject, facts]) =>
      Object.entries(facts).map(([name, { type, origin, label }]) => ({ subject, name, type, origin, label })),
    ),
  controls: ({ packs }) =>
    packs.flatMap(({ id: pack, controls }) =>
      controls.map(({ id, title }) => {
        const checking = packs.flatMap(({ rules }) => rules).filter((rule) => rule.controls.includes(id))
        const checkedBy = checking.map((rule) => rule.id).join(', ')
        return { id, pack, rules: String(checking.length), title, checkedBy: checkedBy === '' ? 'no rule' : checkedBy }
      }),
    ),
  registry: ({ registry }, due) =>
    datedEntries(registry)
      .filter(({ reviewBy }) => due === undefined || Date.parse(reviewBy) <= due)
      .map(({ reviewBy, checkedOn, entry, file, source }) => ({ reviewBy, checkedOn, entry, file, source })),
  defects: ({ registry }) =>
    registry.sources.flatMap(({ value }) =>
      (value.defects ?? []).map(({ id, documents, text, reading }) => ({
        id,
        where: documents.map(({ document, clause }) => `${document} ${clause}`).join(', '),
        text,
        reading,
      })),
    ),
  'not-encoded': ({ registry }) =>
    registry.sources.flatMap(({ value }) => (value.notEncoded ?? []).map(({ id, title, why }) => ({ id, title, why }))),
}
