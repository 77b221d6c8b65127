import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Rule as RuleDocument } from '../../model/generated/rule.ts'
import type { RulePack as PackDocument } from '../../model/generated/rule-pack.ts'
import type { Document } from '../../model/location.ts'
import { asOfFact, type FactCatalogue } from '../../model/operators.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { Rule, RulePack, SourceReference } from '../../model/rule.ts'
import { seen } from '../../text/harmless.ts'
import { suggest } from '../../text/nearest.ts'
import { checkRoot, type Scope } from './condition.ts'
import {
  type Complaint,
  collectProblems,
  compareText,
  inside,
  isMapping,
  type Place,
  type Problems,
} from './problems.ts'
import { scopesOf } from './scopes.ts'

/**
 * The rule packs among the documents, each rule type-checked against the fact catalogue. Documents of other kinds are
 * passed over. Outside conditions, documents have to satisfy their schemas; conditions are checked here in full.
 *
 * Shape: packs by id, and the rules of each by id.
 * Errors, all at once: those of conditions (FACT_UNKNOWN, FACT_TYPE, OPERATOR_UNKNOWN, OPERATOR_MISFIT,
 * CONDITION_SHAPE, CONDITION_UNKNOWN, CONDITION_CIRCULAR, TYPE_MISMATCH, VALUE_NOT_ALLOWED, FORMAT_INVALID);
 * ID_DUPLICATE (pack, rule, control), REFERENCE_UNKNOWN (no such pack), CONTROL_UNKNOWN, SOURCE_UNKNOWN, and
 * FACT_UNKNOWN for a placeholder in a message or a remedy.
 */
export function loadRulePacks(
  documents: readonly Document[],
  catalogue: FactCatalogue,
  knownSources: ReadonlySet<string>,
): Result<readonly RulePack[], Diagnostic> {
  const problems = collectProblems()
  const packs = unique(ofKind<PackDocument>(documents, 'RulePack'), 'pack', problems)
  const rules = unique(ofKind<RuleDocument>(documents, 'Rule'), 'rule', problems)
  const controls = checkControls([...packs.values()], knownSources, problems)
  const loaded = [...packs.values()].map((pack) => {
    const scopes = scopesOf(pack.value, pack.place, catalogue, problems)
    const own = [...rules.values()].filter(({ value }) => packOf(value.id) === pack.value.id)
    const checked = own.map((rule) => checkRule(rule, scopes.of(rule.value.subject), controls, knownSources, problems))
    scopes.checkUnused()
    checkTerms(pack, problems)
    return { pack: pack.value, rules: checked.filter((rule) => rule !== undefined) }
  })
  for (const { value, place } of rules.values()) {
    if (packs.has(packOf(value.id))) continue
    const message = `there is no pack "${packOf(value.id)}" for the rule "${value.id}"`
    problems.add(inside(place, 'id'), {
      code: 'REFERENCE_UNKNOWN',
      message,
      hint: suggest(packOf(value.id), packs.keys()),
    })
  }
  const found = problems.list()
  if (found.length > 0) return failed(found)
  return ok(
    loaded
      .map(({ pack: { id, title, basis, description, controls, terms = {} }, rules }) => ({
        id,
        title,
        basis,
        description,
        controls,
        terms,
        rules: rules.sort((a, b) => compareText(a.id, b.id)),
      }))
      .sort((a, b) => compareText(a.id, b.id)),
  )
}

/** A document of one kind. */
type Stated<T> = { readonly value: T; readonly place: Place }

function ofKind<T>(documents: readonly Document[], kind: string): readonly Stated<T>[] {
  return documents
    .filter(({ value }) => isMapping(value) && value.kind === kind)
    .map((document) => ({ value: document.value as T, place: { document, pointer: [] } }))
}

function unique<T extends { readonly id: string }>(
  stated: readonly Stated<T>[],
  what: string,
  problems: Problems,
): Map<string, Stated<T>> {
  const found = new Map<string, Stated<T>>()
  for (const one of stated) {
    const before = found.get(one.value.id)
    if (before === undefined) found.set(one.value.id, one)
    else problems.add(inside(one.place, 'id'), duplicate(what, one.value.id, before.place))
  }
  return found
}

function duplicate(what: string, id: string, before: Place): Complaint {
  const { file, line } = before.document.at(before.pointer)
  const message = `there is a ${what} "${id}" already, in ${file} at line ${line}`
  return { code: 'ID_DUPLICATE', message, hint: 'Give one of the two another id.' }
}

const packOf = (rule: string): string => rule.slice(0, rule.indexOf('/'))

/** The ids of all controls: a rule may serve a promise that another pack publishes. */
function checkControls(
  packs: readonly Stated<PackDocument>[],
  sources: ReadonlySet<string>,
  problems: Problems,
): ReadonlySet<string> {
  const found = new Map<string, Place>()
  for (const { value, place } of packs) {
    for (const [position, control] of value.controls.entries()) {
      const here = inside(place, 'controls', position)
      const before = found.get(control.id)
      if (before !== undefined) problems.add(inside(here, 'id'), duplicate('control', control.id, before))
      else found.set(control.id, here)
      checkSources(control.source, inside(here, 'source'), sources, problems)
    }
  }
  return new Set(found.keys())
}

/** Words for a condition that there is not are a slip of spelling, in one of the two. */
function checkTerms({ value, place }: Stated<PackDocument>, problems: Problems): void {
  const names = Object.keys(value.conditions ?? {})
  for (const name of Object.keys(value.terms ?? {}).filter((name) => !names.includes(name))) {
    const complaint: Complaint = {
      code: 'CONDITION_UNKNOWN',
      message: `the pack has no condition ${seen(name)}`,
      hint: suggest(name, names),
    }
    problems.add(inside(place, 'terms', name), complaint, 'key')
  }
}

function checkSources(
  references: readonly SourceReference[],
  place: Place,
  known: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const [position, { document }] of references.entries()) {
    if (known.has(document)) continue
    const complaint: Complaint = {
      code: 'SOURCE_UNKNOWN',
      message: `there is no source document ${seen(document)}`,
      hint: suggest(document, known),
    }
    problems.add(inside(place, position, 'document'), complaint)
  }
}

function checkRule(
  { value, place }: Stated<RuleDocument>,
  scope: Scope,
  controls: ReadonlySet<string>,
  sources: ReadonlySet<string>,
  problems: Problems,
): Rule | undefined {
  for (const [position, control] of value.controls.entries()) {
    if (controls.has(control)) continue
    const complaint: Complaint = {
      code: 'CONTROL_UNKNOWN',
      message: `no pack lists a control ${seen(control)}`,
      hint: suggest(control, controls),
    }
    problems.add(inside(place, 'controls', position), complaint)
  }
  checkSources(value.source, inside(place, 'source'), sources, problems)
  for (const key of ['message', 'remedy'] as const) checkWords(key, value[key], inside(place, key), scope, problems)
  const when = value.when === undefined ? undefined : checkRoot(value.when, inside(place, 'when'), scope)
  const require = checkRoot(value.require, inside(place, 'require'), scope)
  if (require === undefined) return undefined
  const { id, title, subject, level, basis, waivable = true, source, message, remedy } = value
  const at = place.document.at([])
  const rule = {
    id,
    pack: packOf(id),
    title,
    subject,
    controls: value.controls,
    level,
    basis,
    waivable,
    source,
    require,
    message,
    remedy,
    at,
    text: value,
  }
  return when === undefined ? rule : { ...rule, when }
}

/** Text facts may stand in a message and a remedy; they are what they are for. */
function checkWords(key: string, words: string, place: Place, { facts }: Scope, problems: Problems): void {
  for (const [placeholder, name = ''] of words.matchAll(/\{\{\s*(.*?)\s*\}\}/gs)) {
    if (name === asOfFact || Object.hasOwn(facts.all, name)) continue
    const complaint: Complaint = {
      code: 'FACT_UNKNOWN',
      message: `the ${key} shows ${seen(placeholder)}, which is not a fact of ${facts.kind}`,
      hint: suggest(name, Object.keys(facts.all)),
    }
    problems.add(place, complaint)
  }
}
