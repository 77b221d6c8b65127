import { describe, expect, it } from 'vitest'
import { type Changes, factsOf } from './facts.ts'

type Asset = NonNullable<Changes['data']>[number]

describe("a release that is not the owner's", () => {
  const reached = (asset: Partial<Asset>) =>
    factsOf(
      {
        parties: [{ id: 'client', country: 'BE', role: 'controller' }],
        data: [{ id: 'notes', categories: ['source-code'], state: 'clear', derivedFrom: [], ...asset }],
        components: [{ id: 'model', service: 'openai/api', holds: ['notes'], publicFacing: false }],
      },
      'ai-use',
      'model:ai',
      ['confidentialData', 'clientConfidentialData'],
    )
  const released = { classification: 'released', release: { by: 'client', on: '2026-05-04' } } as const

  it("keeps what is the firm's confidential, and makes it no client's", () => {
    expect(reached({ owner: 'firm' })).toEqual([undefined, false])
    expect(reached({ owner: 'firm', ...released })).toEqual([true, false])
  })

  it("counts where it is the owner's", () => {
    expect(reached({ owner: 'client', ...released })).toEqual([false, false])
    expect(reached({ owner: 'client', ...released, release: { by: 'firm', on: '2026-05-04' } })).toEqual([true, true])
  })

  it('leaves open what nobody says', () => {
    expect(reached({ owner: 'client', classification: 'released' })).toEqual([undefined, undefined])
    expect(reached({ owner: 'firm', classification: 'released' })).toEqual([undefined, false])
  })
})
