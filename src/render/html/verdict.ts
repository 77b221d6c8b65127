import type { Chapter } from './chapter.ts'
import { baselineNotice } from './exceptions.ts'
import { html, joined, type Markup, type Part, when } from './markup.ts'
import { counted, instant, type Outcome, outcomeWords, stated } from './words.ts'

/** The verdict in words, and everything that says what it covers. */
export function verdictHeader(chapter: Chapter): Markup {
  const { engagement, verdict } = chapter.report
  const { result } = verdict
  return html`<header class="verdict ${result}">
<p class="result"><span class="stamp">${result === 'pass' ? 'Pass' : 'Fail'}</span> ${remarkOf(verdict.headline)}</p>
<h1 id="${chapter.id('top')}" tabindex="-1">${engagement.title}</h1>
<p class="dim">${contextOf(chapter)}</p>
${reduction(chapter)}
${baselineNotice(chapter)}
${outcomeBar(chapter)}
</header>
${covers(chapter)}`
}

/** What stands in brackets after the result. */
function remarkOf(headline: string): Markup {
  const [, remark = headline] = /^(?:PASS|FAIL)(?: \(([\s\S]*)\))?$/.exec(headline) ?? []
  const text = /^(?:PASS|FAIL)$/.test(headline) ? 'Every requirement that was checked is met.' : remark
  return html`<span class="remark">${text}</span>`
}

function contextOf({ report: { engagement } }: Chapter): readonly Part[] {
  const { context, firm, starts, ends } = engagement
  const period = [
    starts === undefined ? '' : `from ${starts}`,
    ends === undefined || ends === 'none' ? '' : `until ${ends}`,
  ]
  return joined(
    [contextWords[context] ?? context, firm, period.filter((text) => text !== '').join(' ')].filter(
      (text) => text !== '',
    ),
    ' · ',
  )
}

const contextWords: Readonly<Record<string, string>> = {
  'client-system': "A client's system",
  'internal-operations': "The firm's internal operations",
  'vendor-use': 'Use of a vendor',
}

function reduction({ report: { reduced } }: Chapter): Markup {
  return when(reduced, () => {
    const left = reduced?.leftOut.map(({ what, count }) => html`<li>${what}: ${count}</li>`)
    return html`<div class="notice"><p><strong>Reduced for: ${reduced?.audience}.</strong> ${reduced?.why}</p><ul>${left}</ul><p>What was left out may read as not stated.</p></div>`
  })
}

const order = ['fail', 'unknown', 'pass'] as const

/** How many decisions came out how: as a bar for the eye, and in words with a link to each. */
function outcomeBar({ report, filtered }: Chapter): Markup {
  const { outcomes } = report.counts
  const total = Math.max(1, outcomes.fail + outcomes.unknown + outcomes.pass)
  let from = 0
  const parts = order.map((outcome) => {
    const width = (outcomes[outcome] * 1000) / total
    const bar = html`<rect class="${outcome}" x="${round(from)}" width="${round(width)}" height="8"/>`
    from += width
    return bar
  })
  const words = order.map((outcome: Outcome) => {
    return html`<li><a href="${filtered({ outcome })}"><span class="mark ${outcome}">${outcomes[outcome]} ${outcomeWords[outcome].toLowerCase()}</span></a></li>`
  })
  return html`<svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
<ul class="outcomes" aria-label="Decisions by outcome">${words}<li class="dim">${outcomes.notApplicable} not applicable</li></ul>`
}

const round = (value: number): number => Math.round(value * 10) / 10

type Line = readonly [name: string, value: Part]

/** Under what the verdict holds: the same of these gives the same report. */
function covers({ report, id }: Chapter): Markup {
  const { asOf, validUntil, verdict, tool, counts, configuration, engagement, digests } = report
  const { rules, subjects } = counts
  const count = Object.values(subjects).reduce((sum, one) => sum + one, 0)
  const left = verdict.packsLeftOut
  const lines: readonly Line[] = [
    ['As of', instant(asOf)],
    [
      'Valid until',
      validUntil === 'none'
        ? 'no outcome changes by time alone'
        : html`${instant(validUntil)}, when an outcome changes by time alone`,
    ],
    ['Descriptor', html`<code>${engagement.file}</code>`],
    [
      'Checked',
      `${counted(rules.loaded, 'rule')} on ${counted(count, 'subject')}: ${rules.applied} applied, ${rules.notApplicable} not applicable`,
    ],
    ['Packs', verdict.packs.join(', ')],
    ['Regimes', regimesIn(report)],
    ['Law left out', left.length === 0 ? 'none' : html`<strong class="warn">${left.join(', ')}</strong>`],
    ['Fails at', `${verdict.failLevel}${verdict.failLevel === 'error' ? '' : ' and above'}`],
    [
      'Second opinion',
      verdict.secondOpinion === 'agreed' ? 'json-rules-engine decided everything again, and agrees' : 'not asked',
    ],
    ['Registry', registryIn(report.reliesOn.registryFacts, id)],
    ['Configuration', stated(configuration.file, 'none')],
    ['Made by', `Douane ${tool.version}`],
  ]
  const rows = lines.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)
  const sums = Object.entries(digests).map(
    ([name, digest]) => html`<div><dt>${name}</dt><dd><code>${digest}</code></dd></div>`,
  )
  return html`<section class="covers" aria-labelledby="${id('covers')}">
<h2 id="${id('covers')}">What the verdict covers</h2>
<dl class="facts">${rows}</dl>
<details class="digests"><summary>Digests (SHA-256) of what went in</summary><dl class="facts wide">${sums}</dl></details>
</section>`
}

const regimeNames: Readonly<Record<string, string>> = {
  gdpr: 'GDPR',
  'uk-gdpr': 'UK GDPR',
  ccpa: 'CCPA',
  'swiss-fadp': 'Swiss FADP',
}

/** The regimes that apply or may, and which of them no rule assesses. */
function regimesIn({ regimes }: Chapter['report']): Markup {
  const items = regimes.map(({ id, applies, to, stated: named, rules }) => {
    const why = [to.length > 0 ? `reaches ${to.join(', ')}` : '', named ? 'named in the descriptor' : '']
    const assessed =
      rules > 0
        ? counted(rules, 'rule')
        : html`<strong class="${applies === 'false' ? 'dim' : 'warn'}">not assessed</strong>`
    const reasons = why.filter((text) => text !== '').map((text) => `; ${text}`)
    return html`<li>${regimeNames[id] ?? id}: ${regimeWords[applies]}, ${assessed}<span class="dim">${reasons}</span></li>`
  })
  return html`<ul class="plain">${items}</ul>`
}

const regimeWords = { true: 'applies', false: 'does not apply', unknown: 'may apply' } as const

function registryIn(facts: Chapter['report']['reliesOn']['registryFacts'], id: Chapter['id']): Markup {
  const stale = facts.filter((fact) => fact.stale).length
  const text = stale === 0 ? `${counted(facts.length, 'entry', 'entries')} used, none past its review` : undefined
  return text === undefined
    ? html`<a href="#${id('relies-on')}"><strong class="warn">${stale} of ${facts.length} entries past their review</strong></a>`
    : html`<a href="#${id('relies-on')}">${text}</a>`
}
