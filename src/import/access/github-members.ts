import type { Diagnostic } from '../../model/diagnostic.ts'
import { failed, type Result } from '../../model/result.ts'
import type { ForeignFile } from '../importer.ts'
import type { Want } from '../json-stream.ts'
import { problemAt } from '../place.ts'
import { account, type Evidence, evidence, momentOf } from './evidence.ts'
import { headOf, type Item, partOf, readPages, textOf, truthOf } from './json.ts'

const start = { line: 1, column: 1 }
/** Whoever is no member and has access to a repository. */
const outside = 'outside'
/** The values of `role` and `filter` that the API has. */
const filters = ['all', 'admin', 'member', '2fa_disabled']
const again = 'Export it again; docs/access-evidence.md has the commands.'

/** What the answers say, whichever way they were asked for. */
class Members {
  organisation: string | undefined
  collectedOn: string | undefined
  /** Whoever put the answers together says that none of their pages is missing. */
  allPages = false
  total: number | undefined
  pages = 0
  pagesWithNext = 0
  errors = false
  /** Of REST: the list without a filter, and those of which `role` or `filter` says what their members have in common. */
  readonly rest = new Map<string, Item[]>()
  readonly edges: Item[] = []

  /** A page of one list of REST. */
  readonly restList: Want = { whole: (value, at) => this.#list('all').push({ value, at }) }

  readonly answer: Want = {
    members: (key) => {
      if (key === 'githubOrganisation') return { whole: (value) => this.#name(value) }
      if (key === 'collectedOn') return { whole: (value) => (this.collectedOn = String(value)) }
      if (key === 'allPages') return { whole: (value) => (this.allPages = value === true) }
      if (key === 'members') return { members: (filter) => this.#filtered(filter) }
      if (key === 'outsideCollaborators') return this.#filtered(outside)
      if (key === 'errors') return { whole: (value) => (this.errors ||= Array.isArray(value) && value.length > 0) }
      if (key === 'data') return { members: (name) => (name === 'organization' ? this.#organisation : 'nothing') }
      return 'nothing'
    },
  }

  readonly #organisation: Want = {
    members: (key) => {
      if (key === 'login') return { whole: (value) => this.#name(value) }
      return key === 'membersWithRole' ? this.#connection() : 'nothing'
    },
  }

  #connection(): Want {
    this.pages += 1
    return {
      members: (key) => {
        if (key === 'edges') return { items: { whole: (value, at) => this.edges.push({ value, at }) } }
        if (key === 'nodes') return { items: { whole: (node, at) => this.edges.push({ value: { node }, at }) } }
        if (key === 'totalCount') return { whole: (value) => (this.total = Number(value)) }
        if (key === 'pageInfo') return { whole: (value) => this.#page(value) }
        return 'nothing'
      },
    }
  }

  #page(info: unknown): void {
    if (truthOf(info, 'hasNextPage') !== false) this.pagesWithNext += 1
  }

  #name(value: unknown): void {
    if (typeof value === 'string') this.organisation ??= value
  }

  #filtered(filter: string): Want {
    const items = this.#list(filter)
    return { items: { whole: (value, at) => items.push({ value, at }) } }
  }

  #list(filter: string): Item[] {
    const items = this.rest.get(filter) ?? []
    this.rest.set(filter, items)
    return items
  }
}

/** Reads the members of a GitHub organisation: GraphQL's `membersWithRole`, lists of REST put together, or one of them. */
export async function read(file: ForeignFile): Promise<Result<Evidence, Diagnostic>> {
  const members = new Members()
  const isList = /^\s*\[[\s[]*\{\s*"(?!data")/.test(headOf(file))
  const unreadable = await readPages(file, isList ? members.restList : members.answer)
  if (unreadable.length > 0) return failed(unreadable)
  const problems = wrongWith(file.path, members)
  const accounts = problems.length > 0 ? [] : members.edges.length > 0 ? ofGraph(members) : ofRest(members)
  return evidence(file.path, problems, {
    format: 'github-members',
    system: members.organisation === undefined ? undefined : `github/${members.organisation}`,
    collectedOn: momentOf(members.collectedOn ?? ''),
    complete: isComplete(members, accounts.length),
    accounts,
  })
}

function wrongWith(path: string, { errors, rest, edges, collectedOn }: Members): readonly Diagnostic[] {
  const wrong = (message: string, hint: string, at = start): Diagnostic =>
    problemAt(path, at, 'IMPORT_MALFORMED', message, hint)
  const nameless = [...[...rest.values()].flat(), ...edges].filter((item) => loginOf(item) === undefined)
  const unknown = [...rest.keys()].filter((filter) => filter !== outside && !filters.includes(filter))
  return [
    ...(errors ? [wrong('GitHub answered with errors', again)] : []),
    ...unknown.map(() => wrong('`members` has a list that is none of GitHub’s', `Use ${filters.join(', ')}.`)),
    ...nameless.map(({ at }) => wrong('A member has no `login`', again, at)),
    ...(collectedOn !== undefined && momentOf(collectedOn) === undefined
      ? [wrong('`collectedOn` is no date', 'Write 2026-03-01, or 2026-03-01T18:00:00Z.')]
      : []),
  ]
}

const loginOf = ({ value }: Item): string | undefined => textOf(value, 'login') ?? textOf(value, 'node', 'login')

/** That somebody is a plain member says nothing of the repositories that they administer. */
function ofGraph({ edges }: Members) {
  return edges.map((item) => {
    const twoFactor = truthOf(item.value, 'hasTwoFactorEnabled')
    const owner = textOf(item.value, 'role') === 'ADMIN'
    return account({
      at: item.at,
      login: loginOf(item) ?? '',
      title: textOf(item.value, 'node', 'name'),
      kind: 'interactive',
      active: true,
      administrative: owner || undefined,
      administrativeThrough: owner ? ['organisation owner'] : undefined,
      mfa: twoFactor === undefined ? undefined : twoFactor ? 'some' : 'none',
    })
  })
}

function ofRest({ rest, allPages }: Members) {
  const named = (filter: string): ReadonlySet<string | undefined> => new Set((rest.get(filter) ?? []).map(loginOf))
  const [owners, without] = [named('admin'), named('2fa_disabled')]
  const insiders = new Set(['all', 'admin', 'member'].flatMap((filter) => [...named(filter)]))
  const all = new Map<string, Item>()
  const listed = rest.get('all') ?? []
  const others = [...filters.slice(1), outside].flatMap((filter) => rest.get(filter) ?? [])
  for (const item of others) all.set(loginOf(item) ?? '', item)
  for (const item of listed) all.delete(loginOf(item) ?? '')
  // Only the list without a filter is kept as it is: an account that it has twice is a mistake.
  return [...listed, ...all.values()].map((item) => {
    const login = loginOf(item) ?? ''
    // The list of those without is one of members only.
    const enabled = allPages && rest.has('2fa_disabled') && insiders.has(login) ? 'some' : undefined
    const owner = owners.has(login)
    return account({
      at: item.at,
      login,
      kind: partOf(item.value, 'type') === 'Bot' ? 'service' : 'interactive',
      active: true,
      administrative: owner || undefined,
      administrativeThrough: owner ? ['organisation owner'] : undefined,
      mfa: without.has(login) ? 'none' : enabled,
    })
  })
}

/** Whoever put the lists together says that they are whole. Of an answer of GraphQL, only that there is more is certain. */
function isComplete({ edges, total, pages, pagesWithNext, rest, allPages }: Members, count: number) {
  if (edges.length > 0) return count < (total ?? 0) || pages === pagesWithNext ? false : undefined
  const members = rest.has('all') || (rest.has('admin') && rest.has('member'))
  return (allPages && members && rest.has(outside)) || undefined
}
