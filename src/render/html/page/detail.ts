import { conditionTree } from './conditions.ts'
import { element } from './element.ts'
import type { Fact, Finding, Missing, Path, Place } from './finding.ts'

export type Links = {
  /** The address of an element of this report. */
  readonly to: (name: string) => string
  /** Whether the map of the data shows any part of a path. */
  readonly onMap: (path: Path) => boolean
}

/** How a finding was decided: conditions, what is missing, facts with their origins, and the way of the data. */
export function detailOf(finding: Finding, links: Links): DocumentFragment {
  const made = document.createDocumentFragment()
  const add = (title: string, content: HTMLElement | undefined): void => {
    if (content !== undefined) made.append(element('h3', {}, title), content)
  }
  add('How it was decided', conditionTree(finding))
  add('What is missing', missingList(finding.missing))
  add('Facts', factTable(finding.facts))
  add('The way of the data', pathOf(finding.path, links))
  made.append(related(finding, links))
  return made
}

function place({ file, line }: Place): HTMLElement {
  return element('code', { class: 'place' }, `${file}:${line}`)
}

function missingList(missing: readonly Missing[]): HTMLElement | undefined {
  if (missing.length === 0) return undefined
  const items = missing.map(({ label, asks }) => {
    const places = asks.map(({ ask, at }) => element('li', {}, ask, ' ', place(at)))
    return element('li', {}, label, element('ul', {}, ...places))
  })
  return element('ul', { class: 'missing' }, ...items)
}

function factTable(facts: readonly Fact[]): HTMLElement | undefined {
  if (facts.length === 0) return undefined
  const rows = facts.map(({ name, label, value, origins }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, label, ' ', element('code', {}, name)),
      element('td', {}, value ?? element('span', { class: 'absent' }, 'not stated')),
      element('td', {}, originsOf(origins)),
    ),
  )
  const head = ['Fact', 'Value', 'From'].map((title) => element('th', { scope: 'col' }, title))
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows))
  return element('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Facts' }, table)
}

function originsOf(origins: Fact['origins']): HTMLElement | string {
  if (origins.length === 0) return 'derived'
  const items = origins.map(({ kind, at, text, source, checkedOn, reviewBy }) => {
    if (kind === 'registry') {
      const age =
        checkedOn === undefined
          ? ''
          : `, checked ${checkedOn}${reviewBy === undefined ? '' : `, review by ${reviewBy}`}`
      return element(
        'li',
        {},
        `${text ?? 'registry'}`,
        element('span', { class: 'dim' }, `${source === undefined ? '' : ` (${source})`}${age}`),
      )
    }
    if (kind === 'missing') return element('li', {}, 'missing: ', text ?? '', ' ', place(at))
    return element('li', {}, place(at), ' ', element('code', { class: 'dim' }, text ?? ''))
  })
  return element('ul', { class: 'plain' }, ...items)
}

function pathOf(path: Path | undefined, { onMap }: Links): HTMLElement | undefined {
  if (path === undefined || path.steps.length === 0) return undefined
  const steps = path.steps.map(({ node, flow, how, at }) => {
    const by = flow ?? how
    return element(
      'li',
      {},
      by === undefined ? undefined : element('span', { class: 'by' }, by, ' '),
      element('b', {}, node),
      ' ',
      place(at),
    )
  })
  const button = element('button', { type: 'button', class: 'show-path' }, 'Show on the map')
  return element(
    'div',
    {},
    element('p', {}, 'Data: ', element('b', {}, path.asset)),
    element('ol', { class: 'way' }, ...steps),
    onMap(path) ? button : undefined,
  )
}

function related({ rule, controls }: Finding, { to }: Links): HTMLElement {
  const links = controls.map((control) => element('a', { href: to(`control-${control}`) }, control))
  return element(
    'p',
    { class: 'related' },
    element('a', { href: to(`rule-${rule}`) }, 'Text of the rule'),
    ...links.flatMap((link) => [' · ', link]),
  )
}
