import { describe, expect, it } from 'vitest'
import { programOf } from '../../src/evaluate/program.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { loadLibrary } from '../../src/load/workspace.ts'
import { rootsOf } from '../../src/model/numbered.ts'
import { changedRule, type Rule } from '../../src/model/rule.ts'

const loaded = await loadLibrary({ shipped: readShipped(), rules: [], registry: [] })
if (!loaded.ok) throw new Error('what is shipped is wrong')
const rules = loaded.value.packs.flatMap((pack) => pack.rules).filter(({ subject }) => subject === 'disclosure')
const [first] = rules as [Rule]

describe('a program of rules that the build wrote', () => {
  it('is the one that their conditions make', () => {
    const { facts, nodes, roots } = programOf(rules)
    expect(rules.every((rule) => rootsOf(rule) !== undefined)).toBe(true)
    const written = rules.map((rule) => JSON.parse(JSON.stringify(changedRule(rule, {}))) as Rule)
    expect(programOf(written)).toMatchObject({ facts, nodes, roots })
  })

  it('finds the nodes of conditions that are opened', () => {
    const { roots, nodeOf } = programOf(rules)
    expect(rules.map(({ when, require }) => ({ when: when && nodeOf(when), require: nodeOf(require) }))).toEqual(roots)
  })

  it('is another one where a rule says something else, however it was made', () => {
    const require = { kind: 'not', of: first.require } as const
    const changed = changedRule(first, { require })
    expect(rootsOf(changed)).toBeUndefined()
    const { roots, nodes, nodeOf } = programOf([changed])
    expect(roots[0]?.require).toBe(nodeOf(require))
    expect(nodes[nodeOf(require)]).toEqual({ kind: 'not', parts: [nodeOf(first.require)] })
  })
})
