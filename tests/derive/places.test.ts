import { describe, expect, it } from 'vitest'
import { type Changes, factsOf, refusedWith } from './facts.ts'

const model = (settings: object): Changes => ({
  components: [
    {
      id: 'model',
      service: 'openai/api',
      contractedBy: 'client',
      operatedBy: 'client',
      locations: { support: ['EEA'], logging: ['EEA'], backup: ['EEA'] },
      ...settings,
    },
  ],
})

describe('where a service works that offers residency settings', () => {
  it.each<[readonly string[], readonly string[]]>([
    [['eu-project'], ['CH', 'EEA']],
    [['us-project'], ['EEA', 'US']],
    // Neither takes back what the other allows.
    [
      ['eu-project', 'us-project'],
      ['CH', 'EEA', 'US'],
    ],
    [
      ['us-project', 'eu-project'],
      ['CH', 'EEA', 'US'],
    ],
  ])('with %j on: %j', (residency, expected) => {
    expect(factsOf(model({ residency }), 'provider-use', 'model', ['places'])).toEqual([expected])
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['eu', ['eu-project'], []],
    ['us', ['us-project'], []],
    ['us', ['eu-project'], ['CONTRADICTION']],
    ['eu', ['us-project'], ['CONTRADICTION']],
    ['global', ['eu-project'], ['CONTRADICTION']],
    ['us', ['eu-project', 'us-project'], []],
    ['global', [], []],
  ])('through the endpoint %s with %j on: %j', (endpointScope, residency, expected) => {
    expect(refusedWith(model({ endpointScope, residency }))).toEqual(expected)
  })
})
