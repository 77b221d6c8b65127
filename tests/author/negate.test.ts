import { describe, expect, it } from 'vitest'
import { denied, negated } from '../../src/author/explain/negate.ts'
import { flagIn, valuesIn } from '../../src/author/explain/statement.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'

describe('the contrary of a statement', () => {
  it.each([
    ['the party is established in the EEA', 'the party is not established in the EEA'],
    ['the accounts are listed', 'the accounts are not listed'],
    ['the AI uses are listed', 'the AI uses are not listed'],
    ['access was revoked', 'access was not revoked'],
    ['the firm has registered the service', 'the firm has not registered the service'],
    ['the decision has an end', 'the decision has no end'],
    ['the regulations have an end', 'the regulations have no end'],
    ['the agreement has the terms', 'the agreement does not have the terms'],
    ['authorities cannot single anybody out', 'authorities can single anybody out'],
    ['the account can change settings', 'the account cannot change settings'],
    ['the model runs in a cloud', 'the model does not run in a cloud'],
    ['the person carries a key', 'the person does not carry a key'],
    ['the processing reaches the client', 'the processing does not reach the client'],
    ['people interact with the system', 'people do not interact with the system'],
    ['a documented instruction covers the transfer', 'no documented instruction covers the transfer'],
    ['an account administers the component', 'no account administers the component'],
    ['there is an assessment', 'there is no assessment'],
    ['there are exceptions', 'there are no exceptions'],
    ['every place is known', 'not every place is known'],
    ['the exporter is not a public body', 'the exporter is a public body'],
    ["the firm's list gives the contexts", "the firm's list does not give the contexts"],
    ['the client asked for the provider', 'the client did not ask for the provider'],
    ['the tags that the container loads are listed', 'the tags that the container loads are not listed'],
    ['the agreement says how long the notice may take', 'the agreement does not say how long the notice may take'],
    ['something asks for consent', 'nothing asks for consent'],
  ])('%s', (statement, contrary) => {
    expect(denied(statement)).toBe(contrary)
  })

  it.each([
    'the engagement for which access was granted has an end',
    'the key is held by the firm, or by nobody',
    'no key is held by the importer',
    'the auditor has no interest in what is audited',
    'the party for which data is processed is a business',
    'the authority authorised or approved the tool',
    'the client expressly agreed to the provider',
  ])('is not guessed: %s', (statement) => {
    expect(denied(statement)).toBeUndefined()
    expect(negated(statement)).toBe(`it is not the case that ${statement}`)
  })
})

/** Every yes-or-no fact and every value of the others, as it is said and as the contrary is said. */
function statements(): readonly (readonly [fact: string, is: string, not: string])[] {
  return Object.entries(factCatalogue).flatMap(([kind, facts]) =>
    Object.entries(facts).flatMap(([name, definition]): (readonly [string, string, string])[] => {
      if (definition.type === 'boolean') {
        return [[`${kind}.${name}`, flagIn(definition, true), flagIn(definition, false)]]
      }
      return (definition.values ?? []).map((value) => [
        `${kind}.${name} ${value}`,
        valuesIn(definition, true, [value]),
        valuesIn(definition, false, [value]),
      ])
    }),
  )
}

describe('the statements of the catalogue', () => {
  it('have been read: this lists them all with their contraries', async () => {
    const text = statements().map(([fact, is, not]) => `${fact}\n    ${is}\n    ${not}\n`)
    await expect(text.join('')).toMatchFileSnapshot('golden/statements.txt')
  })

  it('have a contrary that says it in so many words', () => {
    const roundabout = statements().filter(([, is, not]) => /not the case|the answer to/.test(is + not))
    expect(
      roundabout.map(([fact]) => fact),
      'give the fact a `negative`, or `says` and `words`',
    ).toEqual([])
  })

  it('say something else than their contraries', () => {
    expect(statements().filter(([, is, not]) => is === not)).toEqual([])
  })
})
