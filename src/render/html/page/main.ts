/** The script of the page. Without it everything that was found can be read; with it, found, filtered and followed. */
import { isFilter } from './filter.ts'
import { type FindingList, findingList } from './list.ts'
import { themeButton } from './theme.ts'

const reports = [...document.querySelectorAll<HTMLElement>('article.report')]
const lists = new Map<HTMLElement, FindingList>()
const several = reports.length > 1

/** A report's list is made when the report is first shown. */
function listOf(report: HTMLElement): FindingList {
  const before = lists.get(report)
  if (before !== undefined) return before
  const made = findingList(report, several ? reports.indexOf(report) + 1 : undefined)
  lists.set(report, made)
  return made
}

/** Of several reports one is shown at a time. */
function show(report: HTMLElement | undefined): FindingList | undefined {
  if (report === undefined) return undefined
  for (const other of reports) other.hidden = other !== report
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.switch')) {
    const leads = report.contains(document.getElementById(decoded(link.hash)))
    if (leads) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
  return listOf(report)
}

const decoded = (hash: string): string => {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1)
  }
}

/** Goes where the address says: to a filter, or to an element, which is opened where it is folded away. */
function follow(hash: string, move: boolean): void {
  if (isFilter(hash)) {
    const number = Number(new URLSearchParams(hash.slice(1)).get('report') ?? 1)
    const list = show(reports[number - 1] ?? reports[0])
    list?.apply(hash)
    if (move) list?.goTo()
    return
  }
  const target = document.getElementById(decoded(hash))
  const report = target?.closest<HTMLElement>('article.report')
  if (!report || target === null) {
    if (hash === '') for (const list of lists.values()) list.apply('')
    return
  }
  const list = show(report)
  if (target.matches('.list .row')) list?.reveal(target)
  for (let around: Element | null = target; around !== null; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true
  }
  const folded = target.querySelector(':scope > details')
  if (folded instanceof HTMLDetailsElement) folded.open = true
  if (move) target.scrollIntoView({ block: 'start' })
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (isFilter(link.hash)) {
    event.preventDefault()
    history.pushState(null, '', link.hash)
    follow(link.hash, true)
  } else {
    // The browser goes there itself, once it can be seen.
    follow(link.hash, false)
  }
})
addEventListener('popstate', () => follow(location.hash, false))

const button = document.querySelector<HTMLButtonElement>('button.theme')
if (button !== null) themeButton(button)
show(reports[0])
if (location.hash !== '') follow(location.hash, true)
