import { describe, expect, it } from 'vitest'
import { complaintsOf, facts, firm, parsed, paths, providers, regions, sources, violationsOf } from './shipped.ts'

describe.each(paths)('%s', (path) => {
  it('is well-formed', () => {
    expect(complaintsOf(path)).toEqual([])
  })

  it('fits its schema', () => {
    expect(violationsOf(parsed(path))).toEqual([])
  })
})

const duplicatesIn = (ids: readonly string[]): readonly string[] => ids.filter((id, index) => ids.indexOf(id) !== index)

describe('the registry as a whole', () => {
  it('names each document by its file', () => {
    const named = [...providers, ...regions, firm].map((document) => document.id)
    const files = paths
      .filter((path) => path.split('/').length === 3)
      .map((path) => path.replace(/^.*\/|[.]yaml$/g, ''))
    expect([...named].sort()).toEqual([...files].sort())
  })

  it('has no id twice', () => {
    expect(duplicatesIn(providers.map((provider) => provider.id))).toEqual([])
    expect(duplicatesIn(sources.sources.map((source) => source.id))).toEqual([])
  })

  it('cites documents that are in the sources', () => {
    const known = new Set(sources.sources.map((source) => source.id))
    const unknown = facts().flatMap(({ at, fact }) =>
      ((fact.source ?? []) as string[]).filter((id) => !known.has(id)).map((id) => `${at}: ${id}`),
    )
    expect(unknown).toEqual([])
  })

  it('finds defects in documents that are in the sources', () => {
    const known = new Set(sources.sources.map((source) => source.id))
    const named = (sources.defects ?? []).flatMap((defect) => (defect.documents ?? []).map((place) => place.document))
    expect(named.filter((id) => !known.has(id))).toEqual([])
  })

  it('is looked at again after it was checked, and within two years', () => {
    const late = facts().filter(({ fact }) => {
      const [checkedOn, reviewBy] = [String(fact.checkedOn), String(fact.reviewBy)]
      const twoYearsOn = `${Number(checkedOn.slice(0, 4)) + 2}${checkedOn.slice(4)}`
      return !(checkedOn < reviewBy && reviewBy <= twoYearsOn)
    })
    expect(late.map(({ at }) => at)).toEqual([])
  })

  it('says in a note that a fact is general knowledge, or gives another source', () => {
    const bare = facts().filter(
      ({ at, fact }) =>
        JSON.stringify(fact.source) === '["general-knowledge"]' &&
        !/general knowledge|^As |no adequacy|does not reach/i.test(String(fact.note ?? '')) &&
        !at.startsWith('registry/jurisdictions.yaml'),
    )
    expect(bare.map(({ at }) => at)).toEqual([])
  })

  it('keeps dates as text, whatever the YAML version of its reader', () => {
    expect(facts().every(({ fact }) => fact.checkedOn === undefined || typeof fact.checkedOn === 'string')).toBe(true)
  })
})
