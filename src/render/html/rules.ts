import type { Report } from '../../model/generated/report.ts'
import { sourceText } from '../open.ts'
import type { Chapter } from './chapter.ts'
import { html, type Markup } from './markup.ts'

type Rule = Report['rules'][number]

/** The rules as they were written, by pack. */
export function rulesSection(chapter: Chapter): Markup {
  const { rules } = chapter.report
  const packs = [...new Set(rules.map(({ pack }) => pack))]
  const groups = packs.map((pack) => {
    const some = rules.filter((rule) => rule.pack === pack)
    return html`<h3>${pack} <span class="count">${some.length}</span></h3>
<ul class="plain rules">${some.map((rule) => item(rule, chapter))}</ul>`
  })
  return html`<section class="rule-texts" aria-labelledby="${chapter.id('rules')}">
<h2 id="${chapter.id('rules')}">Rules <span class="count">${rules.length}</span></h2>
${groups}
</section>`
}

function item(rule: Rule, { report, id, filtered }: Chapter): Markup {
  const lines = yaml(rule.text).map((line) => html`${line}\n`)
  return html`<li id="${id(`rule-${rule.id}`)}"><details><summary>${rule.title} <code>${rule.id}</code></summary>
<p class="dim">${rule.basis}, ${rule.level}; ${rule.waivable ? 'can be waived' : 'cannot be waived'}; ${rule.controls.join(', ')}; ${sourceText(rule, report)}. <a href="${filtered({ rule: rule.id })}">Findings</a></p>
<pre tabindex="0" aria-label="Text of the rule">${lines}</pre></details></li>
`
}

/** A document as YAML: mappings that hold only plain values stand on one line. */
export function yaml(value: unknown): readonly string[] {
  if (isPlain(value)) return [JSON.stringify(value)]
  if (Array.isArray(value)) {
    return value.flatMap((one) => (isFlat(one) ? [`- ${flow(one)}`] : indented(yaml(one), '- ')))
  }
  return Object.entries(value as object).flatMap(([key, one]) => {
    if (isPlain(one) || isFlat(one)) return [`${key}: ${flow(one)}`]
    return [`${key}:`, ...indented(yaml(one), '  ')]
  })
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

/** What has nothing nested but one more list or mapping of plain values. */
function isFlat(value: unknown): boolean {
  if (isPlain(value)) return true
  const parts = Object.values(value as object)
  return parts.every((part) => isPlain(part) || Object.values(part).every(isPlain)) && flow(value).length <= 100
}

const bare = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/

/** A value on one line, in YAML's flow style; a text that YAML could take for something else is quoted. */
function flow(value: unknown): string {
  if (typeof value === 'string') {
    const plain = bare.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value)
    return plain ? value : JSON.stringify(value)
  }
  if (isPlain(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  return `{ ${Object.entries(value as object)
    .map(([key, one]) => `${key}: ${flow(one)}`)
    .join(', ')} }`
}

function indented(lines: readonly string[], first: '- ' | '  '): readonly string[] {
  return lines.map((line, at) => `${at === 0 ? first : '  '}${line}`)
}
