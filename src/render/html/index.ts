import { createHash } from 'node:crypto'
import { script, style } from '../../../build/page.mjs'
import type { Report } from '../../model/generated/report.ts'
import { architectureSection } from './architecture.ts'
import { type Chapter, chaptersOf } from './chapter.ts'
import { controlMatrix } from './controls.ts'
import { exceptionsSection, hasExceptions } from './exceptions.ts'
import { findingsData, findingsSection } from './findings.ts'
import { limitsSection, sourcesSection } from './limits.ts'
import { mapCss, mapOf } from './map/index.ts'
import { html, Markup, when } from './markup.ts'
import { overview } from './overview.ts'
import { plannedSection } from './planned.ts'
import { processorTable } from './processors.ts'
import { reliesOnSection } from './relies-on.ts'
import { rulesSection } from './rules.ts'
import { toDoList } from './to-do.ts'
import { transferTable } from './transfers.ts'
import { verdictHeader } from './verdict.ts'

/** One file with everything in it: no request leaves it, and no text of a report can act in it. */
export async function htmlPage(reports: readonly Report[]): Promise<string> {
  const chapters = chaptersOf(reports)
  const [first] = reports
  const title =
    reports.length === 1 && first !== undefined
      ? `${first.verdict.result.toUpperCase()}: ${first.engagement.title}`
      : `${reports.length} engagements`
  const styles = `${style}\n${mapCss}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(styles, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title} - Douane</title>
<style>${new Markup(styles)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top"><p class="brand">Douane <span class="dim">compliance report</span></p><button type="button" class="theme" hidden>Dark</button></header>
<main id="main" tabindex="-1">
${when(reports.length > 1, () => overview(chapters))}
${await Promise.all(chapters.map(chapterOf))}
</main>
<script>${new Markup(script)}</script>
</body>
</html>
`.text
}

async function chapterOf(chapter: Chapter): Promise<Markup> {
  return html`<article class="report" id="${chapter.id('report')}" aria-labelledby="${chapter.id('top')}">
${contents(chapter)}
<div class="content">
${verdictHeader(chapter)}
${toDoList(chapter)}
${exceptionsSection(chapter)}
${findingsSection(chapter)}
${controlMatrix(chapter)}
${await mapSection(chapter)}
${transferTable(chapter)}
${processorTable(chapter)}
${architectureSection(chapter)}
${plannedSection(chapter)}
${reliesOnSection(chapter)}
${limitsSection(chapter)}
${sourcesSection(chapter)}
${rulesSection(chapter)}
</div>
${findingsData(chapter)}
</article>`
}

async function mapSection({ report, id }: Chapter): Promise<Markup> {
  return html`<section class="map" aria-labelledby="${id('map')}">
<h2 id="${id('map')}">Map</h2>
${new Markup(await mapOf(report))}
</section>`
}

const sections = [
  ['top', 'Verdict'],
  ['to-do', 'To do'],
  ['exceptions', 'Exceptions'],
  ['findings', 'Findings'],
  ['controls', 'Controls'],
  ['map', 'Map'],
  ['transfers', 'Transfers'],
  ['sub-processors', 'Sub-processors'],
  ['architecture', 'What was described'],
  ['planned', 'What is planned'],
  ['relies-on', 'What it relies on'],
  ['limits', 'What is not checked'],
  ['sources', 'Sources'],
  ['rules', 'Rules'],
] as const

function contents({ id, report }: Chapter): Markup {
  const shown = sections.filter(([name]) => {
    if (name === 'exceptions') return hasExceptions(report)
    return name !== 'planned' || report.infrastructure !== undefined
  })
  const items = shown.map(([name, title]) => html`<li><a href="#${id(name)}">${title}</a></li>`)
  return html`<nav class="contents" aria-label="Contents of ${report.engagement.title}"><ul>${items}</ul></nav>`
}

/** Nothing is loaded, and only the script and style that the page was made with take effect. */
function policy(styles: string, code: string): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    `script-src ${hash(code)}`,
    `style-src ${hash(styles)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}
