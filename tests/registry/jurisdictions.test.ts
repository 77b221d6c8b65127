import { describe, expect, it } from 'vitest'
import { jurisdictions } from './shipped.ts'

const rows = jurisdictions.jurisdictions ?? []
const names = jurisdictions.names ?? {}
const codes = rows.flatMap((row) => row.codes)
const row = (code: string) => rows.find(({ codes }) => codes.includes(code))

const memberStates = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')

describe('jurisdictions', () => {
  it('has every code of ISO 3166-1 once, and the European Patent Organisation', () => {
    expect(codes.length).toBe(new Set(codes).size)
    expect(codes.filter((code) => code !== 'EPO').length).toBe(249)
    expect(codes).toContain('EPO')
  })

  it('names every code', () => {
    expect(Object.keys(names).sort()).toEqual([...codes].sort())
  })

  it('knows the members of the EEA, and of the Union among them', () => {
    const members = rows.filter(({ eea }) => eea === 'member').flatMap(({ codes }) => codes)
    expect([...members].sort()).toEqual([...memberStates, 'IS', 'LI', 'NO'].sort())
    const union = rows.filter(({ eea, eu }) => eea === 'member' && eu).flatMap(({ codes }) => codes)
    expect([...union].sort()).toEqual([...memberStates].sort())
  })

  it.each([
    ['RE', 'part-of-member'],
    ['AX', 'part-of-member'],
    ['MF', 'part-of-member'],
    ['GL', 'outside'],
    ['BL', 'outside'],
    ['CW', 'outside'],
    ['CH', 'outside'],
    ['GB', 'outside'],
    ['GI', 'outside'],
    ['US', 'outside'],
    ['SJ', 'unknown'],
  ])('treats %s as %s', (code, eea) => {
    expect(row(code)?.eea).toBe(eea)
  })

  it('has no row for the codes that are aliases', () => {
    expect(jurisdictions.aliases).toEqual({ EL: 'GR', UK: 'GB' })
    for (const [alias, code] of Object.entries(jurisdictions.aliases ?? {})) {
      expect(codes).not.toContain(alias)
      expect(codes).toContain(code)
    }
  })
})

/** Written apart from the registry: code, instrument, last day, scope. */
const adequacy = [
  ['AD', '2010/625/EU', 'none', 'all'],
  ['AR', '2003/490/EC', 'none', 'all'],
  ['BR', '(EU) 2026/179', 'none', 'lgpd-controller'],
  ['CA', '2002/2/EC', 'none', 'pipeda-commercial-organisation'],
  ['CH', '2000/518/EC', 'none', 'all'],
  ['EPO', '(EU) 2025/1382', 'none', 'european-patent-organisation'],
  ['FO', '2010/146/EU', 'none', 'faroese-act-controller'],
  ['GB', '(EU) 2021/1772, extended by (EU) 2025/1226 and renewed by (EU) 2025/2574', '2031-12-27', 'all'],
  ['GG', '2003/821/EC', 'none', 'all'],
  ['IL', '2011/61/EU', 'none', 'automated-transfer'],
  ['IM', '2004/411/EC', 'none', 'all'],
  ['JE', '2008/393/EC', 'none', 'all'],
  ['JP', '(EU) 2019/419', 'none', 'appi-business-operator'],
  ['KR', '(EU) 2022/254', 'none', 'pipa-controller'],
  ['NZ', '2013/65/EU', 'none', 'all'],
  ['US', '(EU) 2023/1795', 'none', 'listed-participants'],
  ['UY', '2012/484/EU', 'none', 'all'],
]

describe('adequacy', () => {
  const decisions = jurisdictions.adequacy ?? []

  it('has the decisions of the Commission, and no other', () => {
    const found = decisions.filter(({ regime }) => regime === 'eu-gdpr')
    expect(found.map(({ code, instrument, until, scope }) => [code, instrument, until, scope])).toEqual(adequacy)
  })

  it('has, under the UK GDPR, the EEA states alone', () => {
    const found = decisions.filter(({ regime }) => regime === 'uk-gdpr').map(({ code }) => code)
    expect(found.every((code) => row(code)?.eea === 'member')).toBe(true)
    expect(new Set(found).size).toBe(30)
  })

  it('says in words what a limited scope covers', () => {
    expect(decisions.filter(({ scope, scopeText }) => scope !== 'all' && scopeText === undefined)).toEqual([])
  })

  it('concerns known codes outside the EEA', () => {
    const inside = decisions.filter(({ regime, code }) => regime === 'eu-gdpr' && row(code)?.eea !== 'outside')
    expect(inside.map(({ code }) => code)).toEqual([])
  })

  it('does not start before it was adopted', () => {
    expect(decisions.filter(({ adoptedOn, from }) => adoptedOn !== undefined && from < adoptedOn)).toEqual([])
  })
})

describe('instruments', () => {
  it.each([
    ['safe-harbour', '2015-10-06', true],
    ['privacy-shield', '2020-07-16', true],
    ['scc-2001-497', '2022-12-28', true],
    ['scc-2004-915', '2022-12-28', true],
    ['scc-2010-87', '2022-12-28', true],
    ['scc-2021-914', 'none', true],
    ['article-28-clauses', 'none', false],
    ['dpf', 'none', true],
    ['uk-extension', 'none', true],
    ['swiss-us-dpf', 'none', true],
    ['idta', 'none', true],
    ['uk-addendum', 'none', true],
  ])('%s no longer counts from: %s; is a tool for transfers: %s', (id, invalidSince, transferTool) => {
    expect(jurisdictions.instruments?.find((instrument) => instrument.id === id)).toMatchObject({
      invalidSince,
      transferTool,
    })
  })

  it('has no others', () => {
    expect(jurisdictions.instruments?.length).toBe(12)
  })
})
