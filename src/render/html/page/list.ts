import { detailOf } from './detail.ts'
import { type Facet, type Filter, filtered, readFilter, writeFilter } from './filter.ts'
import type { Finding } from './finding.ts'
import { mapView } from './map.ts'
import { type Choice, toolbar } from './toolbar.ts'
import { type Packed, unpacker } from './unpack.ts'

type Data = { readonly findings: Packed; readonly names: Packed }

export type FindingList = {
  /** Filters as an address says. */
  readonly apply: (hash: string) => void
  /** Opens a finding, and shows it whatever the filter. */
  readonly reveal: (row: HTMLElement) => void
  readonly goTo: () => void
}

const facetNames = ['outcome', 'level', 'exception', 'pack', 'rule', 'control', 'subject', 'source', 'todo'] as const
const names = ['q', ...facetNames]

/** Makes the list of a report's findings one that can be filtered and opened. */
export function findingList(report: HTMLElement, number: number | undefined): FindingList {
  const section = report.querySelector<HTMLElement>('.findings') as HTMLElement
  const rows = [...section.querySelectorAll<HTMLElement>('.list .row')]
  const groups = [...section.querySelectorAll<HTMLElement>('.list .rows')]
  const data = JSON.parse(report.querySelector('.data')?.textContent ?? '') as Data
  const packed = unpacker(data.findings)
  const facets = facetsOf(packed)
  const map = mapView(report)
  const prefix = number === undefined ? '' : `report-${number}-`
  const bar = toolbar(boxesOf(facets), choicesOf(facets, packed, data.names), (name) => `${prefix}${name}`)
  const heading = section.querySelector<HTMLElement>('h2')
  const noMatch = section.querySelector<HTMLElement>('.no-match')
  let texts: readonly string[] | undefined
  const searched = (): readonly string[] => {
    texts ??= rows.map((row) => (row.textContent ?? '').toLowerCase())
    return texts
  }
  // Texts are taken before any row has its details, so that what is found does not depend on what was opened.
  const apply = (filter: Filter): void => {
    const found = filtered(facets, filter, searched)
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at]
      const hidden = !found.left[at]
      if (row !== undefined && row.hidden !== hidden) row.hidden = hidden
    }
    for (const group of groups) {
      const shown = [...group.children].filter((row) => !(row as HTMLElement).hidden).length
      group.hidden = shown === 0
      group.style.setProperty('--rows', String(shown))
    }
    if (noMatch !== null) noMatch.hidden = found.count > 0
    bar.show(filter, found, rows.length)
  }
  const push = (replace = false): void => {
    const filter = bar.filter()
    apply(filter)
    const hash = writeFilter(filter, number)
    if (hash === '#' ? location.hash === '' : hash === location.hash) return
    if (replace) history.replaceState(null, '', hash)
    else history.pushState(null, '', hash)
  }
  const clear = (): void => {
    apply({})
    push()
    bar.search.focus()
  }

  let typing = false
  bar.form.addEventListener('submit', (event) => event.preventDefault())
  bar.form.addEventListener('input', (event) => {
    const search = event.target === bar.search
    push(search && typing)
    typing = search
  })
  bar.search.addEventListener('blur', () => {
    typing = false
  })
  for (const button of [bar.clear, ...section.querySelectorAll<HTMLElement>('.no-match .clear')]) {
    button.addEventListener('click', clear)
  }
  bar.openAll.addEventListener('click', () => openInTurn(rows.filter((row) => !row.hidden)))

  const indexOf = new Map(rows.map((row, at) => [row, at]))
  const findingOf = (target: EventTarget | null): Finding | undefined => {
    const row = target instanceof Element ? target.closest<HTMLElement>('.list .row') : null
    const at = row === null ? undefined : indexOf.get(row)
    return at === undefined ? undefined : (packed.value(at) as Finding)
  }
  section.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.classList.contains('finding')) return
      const finding = findingOf(target)
      if (finding === undefined) return
      if (target.open) complete(target, finding)
      map.show(target.open ? finding.path : undefined)
    },
    true,
  )
  section.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.matches('.show-path')) return
    map.show(findingOf(target)?.path)
    map.goTo()
  })
  const complete = (details: HTMLDetailsElement, finding: Finding): void => {
    const body = details.querySelector('.body')
    if (body === null || body.classList.contains('complete')) return
    searched()
    body.classList.add('complete')
    body.append(detailOf(finding, { to: (name) => `#${prefix}${name}`, onMap: map.has }))
  }

  section.querySelector('.filters')?.replaceWith(bar.form)
  // The first search need not wait for the texts then.
  setTimeout(searched, 500)
  apply({})
  return {
    apply: (hash) => apply(readFilter(hash, names)),
    reveal: (row) => {
      if (row.hidden) {
        apply({})
      }
      const details = row.querySelector('details')
      if (details !== null) details.open = true
    },
    goTo: () => {
      heading?.scrollIntoView({ block: 'start' })
      heading?.focus({ preventScroll: true })
    },
  }
}

/** Opens many without keeping the page from answering. */
function openInTurn(rows: readonly HTMLElement[]): void {
  for (const row of rows.slice(0, 50)) {
    const details = row.querySelector('details')
    if (details !== null) details.open = true
  }
  if (rows.length > 50) setTimeout(() => openInTurn(rows.slice(50)))
}

type Findings = ReturnType<typeof unpacker>

function facetsOf(findings: Findings): readonly Facet[] {
  const all = <T>(key: string): readonly T[] =>
    Array.from({ length: findings.size }, (_, at) => findings.part(at, key) as T)
  const single = (name: string): Facet => ({
    name,
    values: all<string | undefined>(name).map((value) => (value === undefined ? [] : [value])),
  })
  return [
    single('outcome'),
    single('level'),
    single('exception'),
    single('pack'),
    single('rule'),
    { name: 'control', values: all<readonly string[]>('controls') },
    { name: 'subject', values: all<Finding['subject']>('subject').map((subject) => [keyOf(subject)]) },
    { name: 'source', values: all<readonly string[]>('documents') },
    { name: 'todo', values: all<number | undefined>('toDo').map((at) => (at === undefined ? [] : [String(at)])) },
  ]
}

const keyOf = ({ kind, id }: Finding['subject']): string => `${kind} ${id}`

const outcomes = { fail: 'Failed', unknown: 'Unknown', pass: 'Passed' }
const levels = { error: 'Error', warning: 'Warning', note: 'Note' }
const exceptions = { waived: 'Waived', baselined: 'In the baseline' }

function boxesOf(facets: readonly Facet[]) {
  const boxes = (name: string, title: string, labels: Readonly<Record<string, string>>) => {
    const there = new Set(facets.find((facet) => facet.name === name)?.values.flat())
    const values = Object.entries(labels).filter(([value]) => there.has(value))
    return { name, title, values: values.map(([value, label]) => ({ value, label })) }
  }
  return [
    boxes('outcome', 'Outcome', outcomes),
    boxes('level', 'Level', levels),
    boxes('exception', 'Exception', exceptions),
  ].filter(({ name, values }) => values.length > (name === 'exception' ? 0 : 1))
}

function choicesOf(facets: readonly Facet[], findings: Findings, packedNames: Packed) {
  const known = unpacker(packedNames)
  const [rules = [], controls = [], documents = []] = [0, 1, 2].map((at) => known.value(at) as [string, string][])
  const labelled = (
    list: readonly [string, string][],
    label: (id: string, title: string) => string,
  ): readonly Choice[] => list.map(([id, title]) => ({ value: id, label: label(id, title) }))
  const subjects = new Map<string, Choice>()
  for (let at = 0; at < findings.size; at += 1) {
    const subject = findings.part(at, 'subject') as Finding['subject']
    const value = keyOf(subject)
    if (!subjects.has(value))
      subjects.set(value, { value, label: subject.label, group: subject.kind.replaceAll('-', ' ') })
  }
  const packs = [...new Set(facets.find(({ name }) => name === 'pack')?.values.flat())].sort()
  return [
    { name: 'pack', title: 'Pack', values: packs.map((value) => ({ value, label: value })) },
    { name: 'rule', title: 'Rule', values: labelled(rules, (id) => id) },
    { name: 'control', title: 'Control', values: labelled(controls, (id, title) => `${id} ${title}`) },
    { name: 'subject', title: 'Subject', values: [...subjects.values()] },
    { name: 'source', title: 'Source', values: labelled(documents, (_, title) => title) },
  ]
}
