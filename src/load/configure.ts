import type { Config } from '../model/generated/config.ts'
import type { Document, Location, Pointer } from '../model/location.ts'
import { changedRule, type Level, type Rule, type RulePack } from '../model/rule.ts'
import type { Configuration } from '../model/workspace.ts'
import { suggest } from '../text/nearest.ts'
import { compareText, type Problems } from './rules/problems.ts'
import { counted } from './value-words.ts'

/** What was loaded, and where it came from. */
export type Loadable = {
  readonly packs: readonly RulePack[]
  /** Whether a rule came with the product. */
  readonly isShipped: (rule: Rule) => boolean
  /** Whether the firm is another than the one whose promises are shipped. */
  readonly otherFirm: boolean
}

type Configured = { readonly packs: readonly RulePack[]; readonly configuration: Configuration }
type Settings = { readonly document: Document<Config>; readonly problems: Problems }
type PackSetting = Configuration['packs'][number]

/** Nothing is changed where there is no configuration. */
export const unconfigured: Configuration = { packs: [], levels: [] }

/**
 * The packs as the configuration wants them: what counts of them, with the levels that count.
 *
 * Errors, all at once: REFERENCE_UNKNOWN (no such pack or rule), NOT_CONFIGURABLE (a level of law, or one from which
 * there is no exception, lowered; such a promise left out by the firm itself), CONTRADICTION (a level for a rule that is
 * left out).
 */
export function configure(loadable: Loadable, document: Document<Config>, problems: Problems): Configured {
  const settings = { document, problems }
  checkPackIds(loadable.packs, settings)
  const counting = loadable.packs.map((pack) => ({ pack, ...whatCounts(pack, loadable, settings) }))
  const left = new Map(counting.flatMap(({ setting }) => setting?.rulesLeftOut.map((id) => [id, setting.id]) ?? []))
  const levels = levelsOf(loadable.packs, left, settings)
  const { file, value } = document
  const packs = counting.map(({ pack, rules }) => ({ ...pack, rules: rules.map((rule) => leveled(rule, levels)) }))
  return {
    packs: withoutServed(loadable.packs, packs),
    configuration: {
      file,
      ...(value.firm === undefined ? {} : { firm: value.firm }),
      packs: counting.flatMap(({ setting }) => setting ?? []),
      levels,
    },
  }
}

function checkPackIds(packs: readonly RulePack[], { document, problems }: Settings): void {
  const ids = packs.map(({ id }) => id)
  for (const id of Object.keys(document.value.packs ?? {})) {
    if (ids.includes(id)) continue
    const complaint = {
      code: 'REFERENCE_UNKNOWN',
      message: `There is no pack "${id}"`,
      hint: suggest(id, ids),
    } as const
    problems.add({ document, pointer: ['packs', id] }, complaint, 'key')
  }
}

/** The rules of a pack that count, and how the configuration says so where that is not all of them. */
function whatCounts(
  pack: RulePack,
  loadable: Loadable,
  settings: Settings,
): { readonly rules: readonly Rule[]; readonly setting?: PackSetting } {
  const { value, at } = settings.document
  const own = Object.hasOwn(value.packs ?? {}, pack.id) ? value.packs?.[pack.id] : undefined
  const byDefault = value.shipped === 'law'
  const counts = (rule: Rule): boolean => {
    if (own !== undefined) return own === 'on' || (own === 'law' && rule.basis === 'law')
    return !byDefault || rule.basis === 'law' || !loadable.isShipped(rule)
  }
  const rules = pack.rules.filter(counts)
  if (rules.length === pack.rules.length && own !== 'off') return { rules }
  const left = pack.rules.filter((rule) => !counts(rule))
  const pointer: Pointer = own === undefined ? ['shipped'] : ['packs', pack.id]
  const partial = own === 'off' && (pack.basis === 'law' || left.some(({ basis }) => basis === 'law'))
  if (!partial) checkPromises(pack, left, pointer, loadable, settings)
  return {
    rules,
    setting: {
      id: pack.id,
      title: pack.title,
      basis: pack.basis,
      counts: rules.length === 0 ? 'nothing' : 'law',
      partial,
      rulesLeftOut: left.map(({ id }) => id),
      at: at(pointer),
    },
  }
}

/** A promise without exceptions binds the firm that made it. Where law is left out with it, the headline tells anyway. */
function checkPromises(
  pack: RulePack,
  left: readonly Rule[],
  pointer: Pointer,
  { isShipped, otherFirm }: Loadable,
  { document, problems }: Settings,
): void {
  const bound = left.filter((rule) => !rule.waivable && !(otherFirm && isShipped(rule)))
  const [first] = bound
  if (first === undefined) return
  const message = `The pack "${pack.id}" has ${counted(bound.length, 'rule')} without exceptions, such as "${first.id}", that the firm cannot leave out`
  const hint = isShipped(first)
    ? 'Name your own firm with "firm" if these are not its promises; otherwise leave the pack on.'
    : 'Take the pack out of "rules" if these are not promises of the firm; otherwise leave it on.'
  problems.add({ document, pointer }, { code: 'NOT_CONFIGURABLE', message, hint })
}

const weight: Readonly<Record<Level, number>> = { error: 2, warning: 1, note: 0 }

type ChangedLevel = Configuration['levels'][number]

function levelsOf(
  packs: readonly RulePack[],
  left: ReadonlyMap<string, string>,
  { document, problems }: Settings,
): readonly ChangedLevel[] {
  const rules = new Map(packs.flatMap((pack) => pack.rules).map((rule) => [rule.id, rule]))
  const changed = Object.entries(document.value.levels ?? {}).flatMap(([id, { level, reason }]): ChangedLevel[] => {
    const at = (...pointer: Pointer): { document: Document; pointer: Pointer } => ({
      document,
      pointer: ['levels', id, ...pointer],
    })
    const rule = rules.get(id)
    if (rule === undefined) {
      const hint = suggest(id, rules.keys())
      problems.add(at(), { code: 'REFERENCE_UNKNOWN', message: `There is no rule "${id}"`, hint }, 'key')
      return []
    }
    const pack = left.get(id)
    if (pack !== undefined) {
      const message = `The rule "${id}" is left out with the pack "${pack}", so that it has no level`
      problems.add(at(), { code: 'CONTRADICTION', message, hint: 'Remove it, or turn the pack on.' }, 'key')
      return []
    }
    if (weight[level] < weight[rule.level]) checkLowered(rule, level, at('level'), problems)
    if (level === rule.level) return []
    return [{ rule: id, from: rule.level, to: level, reason, at: placeOf(document, ['levels', id]) }]
  })
  return changed.sort((one, other) => compareText(one.rule, other.rule))
}

function placeOf(document: Document, pointer: Pointer): Location {
  return document.at(pointer, 'key')
}

function checkLowered(rule: Rule, level: Level, place: Parameters<Problems['add']>[0], problems: Problems): void {
  if (rule.basis !== 'law' && rule.waivable) return
  const why = rule.basis === 'law' ? 'is a rule of law' : 'is a rule without exceptions'
  const message = `"${rule.id}" ${why}, so that its level cannot be lowered from ${rule.level} to ${level}`
  problems.add(place, { code: 'NOT_CONFIGURABLE', message, hint: 'Remove it, or raise the level.' })
}

function leveled(rule: Rule, levels: readonly ChangedLevel[]): Rule {
  const changed = levels.find((one) => one.rule === rule.id)
  return changed === undefined ? rule : changedRule(rule, { level: changed.to })
}

/** Without packs of which nothing counts, and without the controls that only rules served which do not count. */
function withoutServed(before: readonly RulePack[], after: readonly RulePack[]): readonly RulePack[] {
  const serving = (packs: readonly RulePack[]): ReadonlySet<string> =>
    new Set(packs.flatMap(({ rules }) => rules.flatMap(({ controls }) => controls)))
  const [once, still] = [serving(before), serving(after)]
  const whole = new Map(before.map(({ id, rules }) => [id, rules.length]))
  return after
    .filter(({ id, rules }) => rules.length > 0 || whole.get(id) === 0)
    .map((pack) => ({ ...pack, controls: pack.controls.filter(({ id }) => still.has(id) || !once.has(id)) }))
}
