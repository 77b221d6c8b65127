import type { Rule, RulePack } from '../../model/rule.ts'
import type { Block, Style } from './blocks.ts'
import {
  type ExplainedControl,
  explainControl,
  explainRule,
  type Rulebook,
  type RuleExplanation,
} from './explanation.ts'
import { asMarkdown, markdownStyle } from './markdown.ts'
import { allTerms, controlBlocks, packBlocks, ruleBlocks } from './page.ts'
import { asText, textStyle } from './text.ts'

/** What `douane explain` explains. */
export type Topic =
  | { readonly kind: 'rule'; readonly rule: RuleExplanation }
  | { readonly kind: 'control'; readonly control: ExplainedControl; readonly rules: readonly RuleExplanation[] }
  | {
      readonly kind: 'pack'
      readonly pack: Pick<RulePack, 'id' | 'title' | 'basis' | 'description'>
      readonly controls: readonly CoveredControl[]
      readonly rules: readonly RuleExplanation[]
    }

/** A control with the ids of the rules that check it, of whatever pack. */
type CoveredControl = ExplainedControl & { readonly rules: readonly string[] }

export type TopicFormat = 'text' | 'markdown' | 'json'

/** The rule, control or pack of an id; a rule may be named without its pack where no other has the name. */
export function topicOf(id: string, book: Rulebook): Topic | undefined {
  const rules = book.packs.flatMap((pack) => pack.rules)
  const named = rulesCalled(id, book)
  const [only] = named
  if (named.length === 1 && only !== undefined) return { kind: 'rule', rule: explainRule(only, book) }
  const pack = book.packs.find((one) => one.id === id)
  if (pack !== undefined) return packTopic(pack, book)
  const control = book.packs.flatMap(({ controls }) => controls).find((one) => one.id === id)
  if (control === undefined) return undefined
  const checking = rules.filter((rule) => rule.controls.includes(control.id))
  return {
    kind: 'control',
    control: explainControl(control, book),
    rules: checking.map((rule) => explainRule(rule, book)),
  }
}

/** The rules of an id, or of a name without its pack: several packs may have a rule of one name. */
export function rulesCalled(id: string, { packs }: Rulebook): readonly Rule[] {
  return packs
    .flatMap((pack) => pack.rules)
    .filter((rule) => rule.id === id || rule.id.slice(rule.pack.length + 1) === id)
}

/** Everything that has an explanation, by the names under which `topicOf` finds it. */
export function topicNames({ packs }: Rulebook): readonly string[] {
  return packs.flatMap(({ id, rules, controls }) => [
    id,
    ...controls.map((control) => control.id),
    ...rules.map((rule) => rule.id),
    ...rules.map((rule) => rule.id.slice(rule.pack.length + 1)),
  ])
}

export function packTopic(pack: RulePack, book: Rulebook): Topic & { readonly kind: 'pack' } {
  const all = book.packs.flatMap(({ rules }) => rules)
  const { id, title, basis, description } = pack
  return {
    kind: 'pack',
    pack: { id, title, basis, description },
    controls: pack.controls.map((control) => ({
      ...explainControl(control, book),
      rules: all.filter(({ controls }) => controls.includes(control.id)).map((rule) => rule.id),
    })),
    rules: pack.rules.map((rule) => explainRule(rule, book)),
  }
}

/** An explanation as text. `width`: of the lines, where the format has lines. */
export function renderTopic(topic: Topic, format: TopicFormat, width = 96): string {
  if (format === 'json') return `${JSON.stringify(topic, null, 2)}\n`
  if (format === 'markdown') return asMarkdown(blocksOf(topic, markdownStyle))
  const terms = topic.kind === 'rule' ? topic.rule.terms : allTerms(topic.rules)
  return asText(blocksOf(topic, textStyle(terms.map(({ id }) => id))), width)
}

function blocksOf(topic: Topic, style: Style): readonly Block[] {
  switch (topic.kind) {
    case 'rule':
      return ruleBlocks(topic.rule, style)
    case 'control':
      return controlBlocks(topic.control, topic.rules, style)
    case 'pack':
      return packBlocks(topic.pack, topic.controls, topic.rules, style)
  }
}
