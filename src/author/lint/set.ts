/** What is there for nothing in a set of rules, and what is not there. */
import type { Document } from '../../model/location.ts'
import type { Rule, RulePack } from '../../model/rule.ts'
import type { Fault } from './fault.ts'
import { allParts, type Documents } from './parts.ts'
import type { RuleParts } from './single.ts'

export function unusedConditions(rules: readonly RuleParts[], { packs }: Documents): readonly Fault[] {
  const used = new Set(
    rules.flatMap(({ rule, roots }) =>
      roots
        .flatMap(allParts)
        .flatMap(({ condition }) => (condition.kind === 'named' ? [`${rule.pack}/${condition.name}`] : [])),
    ),
  )
  return [...packs.values()].flatMap((document) =>
    conditionsOf(document)
      .filter((name) => !used.has(`${idOf(document)}/${name}`))
      .map(
        (name): Fault => ({
          code: 'CONDITION_UNUSED',
          message: `No rule uses the condition "${name}"`,
          hint: 'Use it, or remove it.',
          at: document.at(['conditions', name], 'key'),
        }),
      ),
  )
}

const idOf = ({ value }: Document): string => (value as { readonly id: string }).id
const conditionsOf = ({ value }: Document): readonly string[] =>
  Object.keys((value as { readonly conditions?: object }).conditions ?? {})

/** Any pack may have the rule: a firm's own rules may check what another pack publishes. */
export function uncheckedControls(packs: readonly RulePack[], { packs: documents }: Documents): readonly Fault[] {
  const checked = new Set(packs.flatMap(({ rules }) => rules.flatMap(({ controls }) => controls)))
  return packs.flatMap(({ id: pack, controls }) =>
    controls.flatMap(({ id }, position): readonly Fault[] => {
      const document = documents.get(pack)
      if (checked.has(id) || document === undefined) return []
      return [
        {
          code: 'CONTROL_UNCHECKED',
          message: `No rule checks the control ${id}`,
          hint: `Write a rule with "controls: [${id}]", or remove the control.`,
          at: document.at(['controls', position, 'id']),
        },
      ]
    }),
  )
}

export function untestedRules(rules: readonly Rule[], tests: readonly Document[]): readonly Fault[] {
  const tested = new Set(tests.map(({ value }) => (value as { readonly rule: string }).rule))
  return rules
    .filter(({ id }) => !tested.has(id))
    .map(({ id, at }) => ({
      code: 'RULE_UNTESTED',
      message: `${id} has no tests`,
      hint: `Write ${id.slice(id.indexOf('/') + 1)}.test.yaml beside it: facts in, outcome out.`,
      at,
    }))
}

/** Within a pack, as packs stand by themselves. Told of rules that are asked about, so those come last. */
export function repeatedTitles(
  rules: readonly Rule[],
  { rules: documents }: Documents,
  isAsked: (rule: Rule) => boolean,
): readonly Fault[] {
  const first = new Map<string, Rule>()
  const inTurn = [...rules.filter((rule) => !isAsked(rule)), ...rules.filter(isAsked)]
  return inTurn.flatMap((rule): readonly Fault[] => {
    const key = `${rule.pack} ${rule.title.trim().toLowerCase()}`
    const before = first.get(key)
    if (before === undefined) first.set(key, rule)
    if (before === undefined) return []
    return [
      {
        code: 'TITLE_REPEATED',
        message: `${rule.id} has the title of ${before.id}, in ${before.at.file}: a report could not tell them apart`,
        hint: 'Say in the title what this rule alone requires.',
        at: documents.get(rule.id)?.at(['title']) ?? rule.at,
      },
    ]
  })
}
