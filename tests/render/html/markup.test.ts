import { describe, expect, it } from 'vitest'
import { html, joined, when } from '../../../src/render/html/markup.ts'
import { packed, scriptJson } from '../../../src/render/html/packed.ts'
import { unpacker } from '../../../src/render/html/page/unpack.ts'
import { yaml } from '../../../src/render/html/rules.ts'
import { external } from '../../../src/render/html/words.ts'

describe('html', () => {
  it('escapes what is not markup, in text and in attributes', () => {
    expect(html`<a title="${`"'><script>`}">${'<b>&'}</a>`.text).toBe(
      '<a title="&quot;&#39;&gt;&lt;script&gt;">&lt;b&gt;&amp;</a>',
    )
  })

  it('shows what acts on text or cannot be seen', () => {
    expect(html`${'a\u202eb\u2028c\u0000d\ud800\n'}`.text).toBe('a\\u202eb\\u2028c\\u0000d\\ud800\\n')
  })

  it('takes markup as it is, joins lists, and leaves out what is not there', () => {
    const parts = joined([html`<i>1</i>`, '<2>', 3], ', ')
    expect(html`${parts}${undefined}${false}${when(0, () => html`<u>never</u>`)}`.text).toBe('<i>1</i>, &lt;2&gt;, 3')
  })
})

describe('packed values', () => {
  const shared = { label: 'a fact', origins: [{ line: 1 }, { line: 2 }] }
  const values = [
    { rule: 'one', facts: [shared], of: {} },
    { rule: 'two', facts: [shared, { ...shared }] },
  ]

  it('come out as they went in', () => {
    const { value, part, size } = unpacker(JSON.parse(scriptJson(packed(values))))
    expect([value(0), value(1), size]).toEqual([...values, 2])
    expect(part(1, 'rule')).toBe('two')
    expect(part(1, 'absent')).toBeUndefined()
  })

  it('are written once where they are alike', () => {
    const alike = Array.from({ length: 100 }, () => structuredClone(values[0]))
    expect(packed(alike).table).toHaveLength(packed([values[0]]).table.length)
  })

  it('leave out what is undefined, and refuse what is no value', () => {
    expect(unpacker(packed([{ a: undefined, b: 1 }])).value(0)).toEqual({ b: 1 })
    expect(() => packed([null])).toThrow('cannot pack null')
  })

  it('cannot end the element that they stand in, and hold only harmless texts', () => {
    const text = scriptJson(packed(['</script><!--\u2028\u202e']))
    expect(text).not.toMatch(/[<>&\u2028\u202e]/)
    expect(unpacker(JSON.parse(text)).value(0)).toBe('</script><!--\\u2028\\u202e')
  })
})

describe('addresses', () => {
  it('lead to the web, and nowhere else', () => {
    expect(external('https://example.com/?a="b', 'text').text).toBe(
      '<a href="https://example.com/?a=&quot;b" rel="noopener noreferrer">text</a>',
    )
    expect(external('javascript:alert(1)', 'text').text).toBe('text')
    expect(external(' https://example.com', 'text').text).toBe('text')
  })
})

describe('the text of a rule', () => {
  it('is YAML that says the same', async () => {
    const { parse } = await import('yaml')
    const rule = {
      id: 'a/b',
      when: { condition: 'it: holds' },
      require: {
        any: [
          {
            all: [
              { fact: 'x', operator: 'equal', value: true },
              { fact: 'y', operator: 'in', value: ['1', 'no', 'a b'] },
            ],
          },
          { not: { fact: 'z', operator: 'after', value: { fact: 'asOf' } } },
        ],
      },
      message: '{{x}} - "quoted" #5',
    }
    expect(parse(yaml(rule).join('\n'))).toEqual(rule)
  })
})
