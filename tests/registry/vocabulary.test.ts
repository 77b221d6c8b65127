import { describe, expect, it } from 'vitest'
import { vocabulary } from './shipped.ts'

const { categories, subjects, purposes } = vocabulary
const withFlag = (flag: 'special' | 'criminal' | 'employment') =>
  categories.filter((each) => each[flag]).map((each) => each.id)

describe('vocabulary', () => {
  it('has no id twice', () => {
    for (const list of [categories, subjects, purposes]) {
      expect(new Set(list.map((each) => each.id)).size).toBe(list.length)
    }
  })

  it('states every flag of personal data, and none of other data', () => {
    const flags = ['special', 'criminal', 'employment', 'sensitive'] as const
    const odd = categories.filter((each) =>
      flags.some((flag) => (each[flag] !== undefined) !== (each.personal === true)),
    )
    expect(odd.map((each) => each.id)).toEqual([])
    expect(categories.every((each) => each.personal !== undefined)).toBe(true)
  })

  it('marks what Art. 9(1) lists, Art. 10 apart', () => {
    expect(withFlag('special')).toEqual([
      'racial-or-ethnic-origin',
      'political-opinion',
      'religious-belief',
      'philosophical-belief',
      'trade-union-membership',
      'genetic',
      'biometric-identification',
      'health',
      'sex-life',
      'sexual-orientation',
    ])
    expect(withFlag('criminal')).toEqual(['criminal-conviction'])
  })

  it('counts special and criminal data as sensitive', () => {
    expect(categories.filter((each) => (each.special || each.criminal) && !each.sensitive)).toEqual([])
  })

  it('does not take a photograph for biometric data', () => {
    expect(categories.find((each) => each.id === 'photograph')).toMatchObject({ personal: true, special: false })
  })

  it('states of every group of people whether it is vulnerable and employed', () => {
    expect(subjects.filter((each) => each.vulnerable === undefined || each.employees === undefined)).toEqual([])
  })

  it('writes IRIs in the two namespaces of the Data Privacy Vocabulary', () => {
    const iris = [...categories, ...subjects, ...purposes].flatMap((each) => each.iri ?? [])
    expect(iris.length).toBeGreaterThan(70)
    expect(iris.filter((iri) => !/^https:\/\/w3id[.]org\/dpv(\/pd)?#[A-Z][A-Za-z]+$/.test(iri))).toEqual([])
    expect(new Set(iris).size).toBe(iris.length)
  })
})
