import { describe, expect, it } from 'vitest'
import { readShipped } from '../../src/io/shipped.ts'
import { loadWorkspaces } from '../../src/load/workspace.ts'

const head = 'apiVersion: douane/v1\nkind: Engagement\nid: x\ntitle: X\ncontext: client-system\nproviders:\n'
const firm = 'apiVersion: douane/v1\nkind: Firm\nid: more\nextends: imageplus\nreviews:\n'
const shipped = readShipped()
const fileOf = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })

/** The problems of some lines under `providers`, and under `reviews` of the firm: code, line and hint. */
async function problemsIn(providers: readonly string[], reviews: readonly string[] = []) {
  const { problems } = await loadWorkspaces({
    files: [fileOf('x.yaml', `${head}${providers.map((line) => `  - ${line}\n`).join('')}`)],
    shipped,
    rules: [],
    registry:
      reviews.length === 0 ? [] : [fileOf('firm.yaml', `${firm}${reviews.map((line) => `  - ${line}\n`).join('')}`)],
  })
  return problems.map(({ code, at, hint }) => [code, at?.line, hint])
}

describe('what an entry of `providers` names', () => {
  it.each([
    ['a provider', '{ provider: awss }', ['PROVIDER_UNKNOWN', 7, 'Did you mean "aws"?']],
    ['a service', '{ provider: aws/bedrok }', ['SERVICE_UNKNOWN', 7, 'Did you mean "aws/bedrock"?']],
    ['who asked for it', '{ provider: aws, requestedBy: fim }', ['REFERENCE_UNKNOWN', 7, 'Did you mean "firm"?']],
    [
      'the document that names it',
      '{ provider: aws, documented: { agreement: non } }',
      ['REFERENCE_UNKNOWN', 7, 'Did you mean "none"?'],
    ],
    [
      'the architecture that was approved',
      '{ provider: aws, approvedArchitecture: { agreement: non } }',
      ['REFERENCE_UNKNOWN', 7, 'Did you mean "none"?'],
    ],
  ])('is there: %s', async (_, line, problem) => {
    expect(await problemsIn([line])).toEqual([problem])
  })

  it('is named once', async () => {
    const twice = await problemsIn(['{ provider: aws }', '{ provider: aws/ec2 }', '{ provider: aws }'])
    expect(twice).toEqual([['ID_DUPLICATE', 9, 'Give one of the two another id.']])
  })

  it('has objections of different ids', async () => {
    const objection = '{ id: a, on: 2026-01-10 }'
    const line = `{ provider: aws, notice: { on: 2026-01-10, objections: [${objection}, ${objection}] } }`
    expect((await problemsIn([line])).map(([code]) => code)).toEqual(['ID_DUPLICATE'])
  })
})

describe("what the firm's reviews name", () => {
  it('is a provider that there is, once', async () => {
    expect((await problemsIn(['{ provider: aws }'], ['{ provider: awss }']))[0]).toEqual([
      'PROVIDER_UNKNOWN',
      6,
      'Did you mean "aws"?',
    ])
    const twice = await problemsIn(['{ provider: aws }'], ['{ provider: aws }', '{ provider: aws }'])
    expect(twice.map(([code, line]) => [code, line])).toEqual([['ID_DUPLICATE', 7]])
  })
})
