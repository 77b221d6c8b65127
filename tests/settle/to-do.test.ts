import { describe, expect, it } from 'vitest'
import { alsoWrong, disclosure, fact, missing, report, rightModule, unknownRoles, wrongModule } from './sample.ts'

const line = (id: string, index: number) =>
  disclosure(id, {
    ...unknownRoles.facts,
    roles: fact(undefined, missing('role', 'components', index)),
  })

describe('what there is to do', () => {
  it('takes the failures of one rule at one place together, whatever their subjects', () => {
    const { toDo, findings } = report([wrongModule, alsoWrong])
    expect(toDo).toHaveLength(1)
    expect(toDo[0]).toMatchObject({ outcome: 'fail', at: { line: 13 }, rules: ['sample/modules'] })
    const subjects = toDo[0]?.findings.map((id) => findings.find((one) => one.id === id)?.subject.id)
    expect(subjects).toEqual(['crm-data', 'orders'])
  })

  it('takes the unknowns together that wait for one statement, and puts first what most wait for', () => {
    const { toDo, verdict } = report([line('a', 0), line('b', 1), line('c', 1)])
    expect(toDo.map(({ ask, at, findings }) => [ask, at.line, findings.length])).toEqual([
      ['State `role`.', 8, 2],
      ['State `role`.', 7, 1],
    ])
    expect(verdict.headline).toBe('FAIL (2 statements missing, on which 3 decisions wait)')
  })

  it('asks nothing where no statement would decide', () => {
    const registryOnly = disclosure('a', { ...unknownRoles.facts, roles: fact(undefined) })
    const { toDo, verdict } = report([registryOnly])
    expect(toDo).toHaveLength(1)
    expect(toDo[0]).not.toHaveProperty('ask')
    expect(verdict.headline).toBe('FAIL (1 undecided)')
  })

  it('has every open finding once, and none that passed', () => {
    const { toDo, findings } = report([rightModule, unknownRoles, wrongModule, alsoWrong])
    const open = findings.filter(({ outcome }) => outcome !== 'pass').map(({ id }) => id)
    expect(toDo.flatMap((one) => one.findings).sort()).toEqual([...open].sort())
  })

  it('puts failures first', () => {
    const { toDo } = report([unknownRoles, wrongModule])
    expect(toDo.map(({ outcome }) => outcome)).toEqual(['fail', 'unknown'])
  })
})
