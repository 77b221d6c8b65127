import { describe, expect, it } from 'vitest'
import { factsIn } from '../../src/author/explain/clause.ts'
import { explainRule } from '../../src/author/explain/explanation.ts'
import { coverageOf, coverageTable, referencePages, withSection } from '../../src/author/explain/reference.ts'
import { renderTopic, topicNames, topicOf } from '../../src/author/explain/topic.ts'
import { changedRule, type Rule } from '../../src/model/rule.ts'
import { shippedBook } from './rulebook.ts'

const book = await shippedBook()
const rules = book.packs.flatMap((pack) => pack.rules)

function topic(id: string) {
  const found = topicOf(id, book)
  if (found === undefined) throw new Error(`nothing is called ${id}`)
  return found
}

describe('a rule', () => {
  it.each(['access/revoked-in-time', 'ai-tiers/generated-output-marked', 'transfers/scc-module-matches-roles'])(
    '%s reads as it was read',
    async (id) => {
      const name = id.replace('/', '.')
      await expect(renderTopic(topic(id), 'text')).toMatchFileSnapshot(`golden/${name}.text`)
      await expect(renderTopic(topic(id), 'markdown')).toMatchFileSnapshot(`golden/${name}.md`)
    },
  )

  it('is data in JSON', () => {
    const explained = JSON.parse(renderTopic(topic('access/least-privilege'), 'json'))
    expect(explained).toMatchObject({
      kind: 'rule',
      rule: {
        id: 'access/least-privilege',
        appliesTo: 'each account',
        when: {
          kind: 'statement',
          text: 'the promises about accounts cover this one, and no evidence shows that it is closed',
          term: 'access/inUse',
        },
        require: { kind: 'statement', text: 'there are no permissions beyond what the role needs' },
        terms: [
          { id: 'access/inUse', means: { kind: 'all' } },
          { id: 'access/promised', means: { kind: 'all' } },
        ],
        waivable: true,
        controls: [{ id: 'AC-01' }],
        sources: [{ document: 'security-page', title: 'Security practices', clause: 'line 7' }],
      },
    })
    expect(explained.rule.facts.map(({ fact }: { fact: string }) => fact)).toEqual([
      'underPromise',
      'context',
      'shownClosed',
      'excessGrantCount',
    ])
  })

  it('may be named without its pack, where no other has its name', () => {
    expect(topicOf('least-privilege', book)?.kind).toBe('rule')
    expect(topicOf('inputs-stated', book)).toBeUndefined()
    expect(topicOf('least-privlege', book)).toBeUndefined()
    expect(topicNames(book)).toContain('least-privilege')
  })

  it('that requires the contrary of a term says so', () => {
    const text = renderTopic(topic('analytics/none-on-firm-website'), 'text').replace(/\s+/g, ' ')
    expect(text).toContain('It requires that the tag is not a measurement or tracking tag [A].')
  })

  it('is explained without tests where it has none', () => {
    const [rule] = rules as [Rule]
    expect(explainRule(rule, { ...book, tests: [] }).tests).toBeUndefined()
  })

  it('that rests on law is never waivable, whatever it says', () => {
    const rule = changedRule(rules[0] as Rule, { waivable: true })
    expect(explainRule(changedRule(rule, { basis: 'law' }), book)).toMatchObject({ waivable: false })
    expect(explainRule(changedRule(rule, { basis: 'policy' }), book).force.at(-1)).toMatch(/may be waived on record\.$/)
    expect(explainRule(changedRule(rule, { basis: 'policy', waivable: false }), book).force.at(-1)).toMatch(
      /no exception lifts it\.$/,
    )
  })
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const explained = explainRule(rule, book)
  const text = renderTopic({ kind: 'rule', rule: explained }, 'text', 100_000)

  it('reads as English: no name of a fact, a condition or an operator in what it asks for', () => {
    const asked = text.slice(text.indexOf('It requires'), text.indexOf('Where it is not met'))
    expect(asked).not.toMatch(/\b[a-z]+[A-Z]\w*\b(?<!WP248)/)
    expect(asked).not.toMatch(/undefined|\[object|not the case|the answer to/)
  })

  it('defines each term that it uses, and lists each fact that it reads', () => {
    const used = [...JSON.stringify(explained).matchAll(/"term":"([^"]+)"/g)].map(([, term]) => term)
    const defined = explained.terms.map((term) => term.id)
    expect(new Set(defined)).toEqual(new Set(used))
    const conditions = rule.when === undefined ? [rule.require] : [rule.when, rule.require]
    const read = new Set(conditions.flatMap(factsIn).filter((name) => name !== 'asOf'))
    expect(new Set(explained.facts.map(({ fact }) => fact))).toEqual(read)
  })

  it('shows each of its tests with what comes of it', () => {
    const cases = book.tests.find((tests) => tests.rule.id === id)?.cases ?? []
    expect(cases.length).toBeGreaterThan(0)
    expect(explained.tests?.cases.map(({ name, outcome }) => [name, outcome])).toEqual(
      cases.map(({ name, expect: outcome }) => [name, outcome]),
    )
  })
})

describe('a decision table', () => {
  it('has the facts that vary, and tells apart what is false from what is not stated', () => {
    const table = explainRule(rules.find(({ id }) => id === 'access/least-privilege') as Rule, book).tests
    const at = table?.facts.findIndex(({ fact }) => fact === 'excessGrantCount') ?? -1
    const values = Object.fromEntries((table?.cases ?? []).map((one) => [one.outcome, one.values[at]]))
    expect(at).toBeGreaterThanOrEqual(0)
    expect(values.pass).toBe('0')
    expect(table?.cases.find(({ missing }) => missing.includes('excessGrantCount'))?.values[at]).toBeUndefined()
  })

  it('leaves out the time of the check where it does not matter', () => {
    const timed = (id: string) => explainRule(rules.find((rule) => rule.id === id) as Rule, book).tests?.asOf
    expect(timed('access/least-privilege')).toBeUndefined()
    expect(timed('transfers/adequacy-in-force')).toBe('2031-12-28')
  })
})

describe('a control and a pack', () => {
  it('are explained with all their rules', () => {
    const control = renderTopic(topic('AC-05'), 'text')
    expect(control).toContain('AC-05: Access is taken away within 24 hours')
    expect(control).toContain('2 rules check it.')
    expect(control).toContain('Rule access/revoked-in-time looks at each account.')
    expect(control).toContain('Rule access/inputs-stated looks at the engagement as a whole.')
    const pack = renderTopic(topic('access'), 'markdown')
    for (const { id } of rules.filter((rule) => rule.pack === 'access'))
      expect(pack).toContain(`Rule \`${id}\` looks at`)
  })

  it('define a term once, and each link leads to a definition or a rule of the page', () => {
    for (const { path, text } of referencePages(book).filter((page) => page.path !== 'README.md')) {
      const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, anchor]) => anchor)
      expect(new Set(anchors).size, path).toBe(anchors.length)
      for (const [, target] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors, path).toContain(target)
    }
  })
})

describe('the reference', () => {
  const pages = new Map(referencePages(book).map(({ path, text }) => [path, text]))

  it('has a page for each pack, and one that leads to each rule and control', () => {
    expect([...pages.keys()].sort()).toEqual(['README.md', ...book.packs.map(({ id }) => `${id}.md`)].sort())
    const index = pages.get('README.md') ?? ''
    for (const { id } of rules) expect(index).toContain(`](${id.replace('/', '.md#')})`)
    for (const { id } of book.packs.flatMap(({ controls }) => controls)) expect(index).toContain(`| ${id} |`)
  })

  it('leads nowhere else than to a rule that is there', () => {
    for (const [, page = '', anchor] of (pages.get('README.md') ?? '').matchAll(/\]\(([a-z0-9-]+\.md)#([^)]+)\)/g)) {
      expect(pages.get(page)).toContain(`<a id="${anchor}"></a>`)
    }
  })

  it('counts controls, rules and tests, and a control without a rule as not checked', () => {
    const [access] = book.packs
    if (access === undefined) throw new Error('there are no packs')
    const fewer = { ...access, rules: access.rules.filter(({ id }) => id === 'access/least-privilege') }
    const coverage = coverageOf({ ...book, packs: [fewer] })
    expect(coverage[0]).toMatchObject({ pack: 'access', controls: 6, checked: 1, rules: 1 })
    expect(coverage[0]?.tests).toBe(book.tests.find(({ rule }) => rule.id === 'access/least-privilege')?.cases.length)
    expect(coverage[1]).toMatchObject({ pack: '', controls: 6, checked: 1, rules: 1 })
    expect(coverageTable({ ...book, packs: [fewer] }, 'docs/')).toContain('| **All packs** | 1 of 6 | 1 |')
  })

  it('replaces a section of a page and nothing else', () => {
    expect(withSection('a\n<!-- x -->\nold\n<!-- /x -->\nb', 'x', 'new')).toBe('a\n<!-- x -->\nnew\n<!-- /x -->\nb')
    expect(() => withSection('a', 'x', 'new')).toThrow('the page has no section x')
  })
})
