import type { RulePack } from '../../model/rule.ts'
import { explainControl, type Rulebook } from './explanation.ts'
import { asMarkdown, markdownStyle } from './markdown.ts'
import { citedWithoutLink } from './page.ts'
import { packTopic, renderTopic } from './topic.ts'

/** A page of the reference, relative to its folder. */
export type Page = { readonly path: string; readonly text: string }

/** How much of what a pack publishes is checked, and how much of that is tested. */
export type Coverage = {
  readonly pack: string
  readonly title: string
  readonly controls: number
  /** Of these, those that a rule checks. */
  readonly checked: number
  readonly rules: number
  readonly tests: number
}

/** A page for each pack, and one that leads to them. */
export function referencePages(book: Rulebook): readonly Page[] {
  const pages = book.packs.map((pack) => ({
    path: `${pack.id}.md`,
    text: generated(renderTopic(packTopic(pack, book), 'markdown')),
  }))
  return [{ path: 'README.md', text: generated(indexOf(book)) }, ...pages]
}

/** The coverage of each pack, and of all of them together under no name. */
export function coverageOf({ packs, tests }: Rulebook): readonly Coverage[] {
  const rules = packs.flatMap((pack) => pack.rules)
  const cases = new Map(tests.map(({ rule, cases }) => [rule.id, cases.length]))
  const checked = new Set(rules.flatMap(({ controls }) => controls))
  const each = packs.map((pack) => ({
    pack: pack.id,
    title: pack.title,
    controls: pack.controls.length,
    checked: pack.controls.filter(({ id }) => checked.has(id)).length,
    rules: pack.rules.length,
    tests: pack.rules.reduce((sum, { id }) => sum + (cases.get(id) ?? 0), 0),
  }))
  const sum = (part: 'controls' | 'checked' | 'rules' | 'tests') => each.reduce((total, one) => total + one[part], 0)
  const all = { controls: sum('controls'), checked: sum('checked'), rules: sum('rules'), tests: sum('tests') }
  return [...each, { pack: '', title: 'All packs', ...all }]
}

/** The coverage as a table in Markdown. `folder`: where the reference is, from the page that the table is on. */
export function coverageTable(book: Rulebook, folder: string): string {
  const rows = coverageOf(book).map(({ pack, title, controls, checked, rules, tests }) => {
    const name = pack === '' ? `**${title}**` : `[${pack}](${folder}${pack}.md): ${markdownStyle.plain(title)}`
    return [name, `${checked} of ${controls}`, String(rules), String(tests)]
  })
  return asMarkdown([{ kind: 'table', columns: ['pack', 'controls with a rule', 'rules', 'tests'], rows }]).trimEnd()
}

/** A page with another text between its markers `<!-- name -->` and `<!-- /name -->`. Throws where they are not there. */
export function withSection(page: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`the page has no section ${name}`)
  return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`
}

function indexOf(book: Rulebook): string {
  const { plain } = markdownStyle
  const cases = new Map(book.tests.map(({ rule, cases }) => [rule.id, cases.length]))
  const rules = book.packs.flatMap((pack) => pack.rules)
  const rowsOf = (pack: RulePack) =>
    pack.controls.map((control) => {
      const checking = rules.filter(({ controls }) => controls.includes(control.id))
      const { sources } = explainControl(control, book)
      return [
        control.id,
        plain(control.title),
        sources.map((source) => citedWithoutLink(source, markdownStyle)).join('; '),
        checking.map(({ id, title }) => `[${plain(title)}](${id.replace('/', '.md#')})`).join('<br>') || 'none',
        String(checking.reduce((sum, { id }) => sum + (cases.get(id) ?? 0), 0)),
      ]
    })
  const columns = ['control', 'what must hold', 'sources', 'rules', 'tests']
  return [
    '# The rules\n\nWhat each rule asks for, in plain English, with its sources and its tests. `douane explain` says the same of one rule, control or pack.',
    coverageTable(book, ''),
    ...book.packs.map((pack) =>
      asMarkdown([
        { kind: 'heading', level: 2, text: `[${plain(pack.title)}](${pack.id}.md)` },
        { kind: 'table', columns, rows: rowsOf(pack) },
      ]).trimEnd(),
    ),
  ].join('\n\n')
}

function generated(text: string): string {
  return `<!-- Generated from rules/ by \`npm run generate\`. Change the rule, not this page. -->\n\n${text.trimEnd()}\n`
}
