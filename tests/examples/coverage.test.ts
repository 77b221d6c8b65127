import { describe, expect, it } from 'vitest'
import { shippedRules } from '../rules/shipped.ts'

const shipped = await shippedRules()
if (!shipped.ok) throw new Error(JSON.stringify(shipped.problems))
const { packs } = shipped.value

const numbered = (prefix: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, at) => `${prefix}-${String(at + 1).padStart(2, '0')}`)

/** The control catalogue of this release. */
const catalogue = {
  transfers: numbered('TR', 20),
  'ai-tiers': numbered('AI', 11),
  'processor-terms': numbered('PT', 18),
  access: numbered('AC', 6),
  security: numbered('SE', 5),
  'sub-processors': numbered('SP', 12),
  analytics: numbered('AN', 6),
  assurance: numbered('AU', 3),
  infrastructure: numbered('IN', 6),
}

describe.each(Object.entries(catalogue))('the controls of %s', (id, controls) => {
  const pack = packs.find((one) => one.id === id)

  it('are those of the catalogue', () => {
    expect(pack?.controls.map((control) => control.id)).toEqual(controls)
  })

  it.each(controls)('%s is covered by a rule', (control) => {
    // What the lists of an engagement state is asked for every control; that alone covers none.
    const rules = pack?.rules.filter((rule) => rule.controls.includes(control) && !rule.id.endsWith('/inputs-stated'))
    expect(rules?.map((rule) => rule.id)).not.toEqual([])
  })
})
