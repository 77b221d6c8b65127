import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { check } from '../../src/pipeline.ts'
import { renderProblems } from '../../src/render/problems.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const engagement = {
  path: 'x.yaml',
  bytes: bytes('apiVersion: douane/v1\nkind: Engagement\nid: x\ntitle: X\ncontext: client-system\n'),
}

const pack = (rules: string) => ({
  path: 'rules/p.yaml',
  bytes: bytes(`apiVersion: douane/v1
kind: RulePack
id: pack
title: P
basis: law
description: For a test.
controls: [{ id: PA-01, title: One., source: [{ document: gdpr, clause: Art. 1 }] }]
${rules}`),
})

const aboutPeople = `---
apiVersion: douane/v1
kind: Rule
id: pack/one
title: People have access
subject: person
controls: [PA-01]
level: error
basis: law
source: [{ document: gdpr, clause: Art. 1 }]
require: { all: [{ fact: hasAccess, operator: equal, value: true }] }
message: No.
remedy: Yes.
`

const registry = {
  path: 'registry/all.yaml',
  bytes: bytes(`apiVersion: douane/v1
kind: Sources
id: sources
sources: [{ id: gdpr, title: GDPR, kind: law, sureness: read }]
---
apiVersion: douane/v1
kind: Firm
id: firm
name: Firm
`),
}

describe('NOTHING_EVALUATED', () => {
  it.each([
    ['there are no rules', '', /^None of 0 rules applies/, /^Are the rules missing\?/],
    [
      'no rule is about anything in the engagement',
      aboutPeople,
      /^None of 1 rules? applies/,
      /^Describe the engagement/,
    ],
  ])('where %s: a problem, and no report', async (_, rules, message, hint) => {
    const sources = { files: [engagement], shipped: { files: [pack(rules), registry] }, rules: [], registry: [] }
    const { reports, problems } = await check(sources, { asOf: 0 })
    expect(reports).toEqual([])
    expect(problems).toMatchObject([
      {
        code: 'NOTHING_EVALUATED',
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
        at: { file: 'x.yaml', line: 3 },
      },
    ])
    expect(renderProblems(problems, [engagement])).toContain('error NOTHING_EVALUATED')
  })
})

describe('INTERNAL', () => {
  const play = async (env: Readonly<Record<string, string>>) => {
    const [stdout, stderr]: [string[], string[]] = [[], []]
    const code = await run(['check', '-'], {
      cwd: '.',
      env,
      stdin: { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) },
      stdout: { write: (text) => stdout.push(text) },
      stderr: { write: (text) => stderr.push(text) },
      now: () => {
        throw new Error('The clock is broken')
      },
    })
    return { code, stdout: stdout.join(''), stderr: stderr.join('') }
  }

  it('is exit code 2 and a text, whatever went wrong', async () => {
    const { code, stdout, stderr } = await play({})
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toBe(
      'error INTERNAL: The clock is broken\n  This is a mistake in douane itself. Please report it, with the command and its input.\n',
    )
  })

  it('says where it went wrong to who asks for it', async () => {
    expect((await play({ DOUANE_DEBUG: '1' })).stderr).toMatch(/INTERNAL[\s\S]*Error: The clock is broken\n {4}at /)
  })
})
