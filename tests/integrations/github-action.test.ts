import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { action, useAction } from './action.ts'

const examples = resolve(import.meta.dirname, '../../examples')
let workspace = ''

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'douane-action-'))
  cpSync(join(examples, 'registry'), join(workspace, 'registry'), { recursive: true })
  mkdirSync(join(workspace, 'engagements'))
})
afterEach(() => rmSync(workspace, { recursive: true }))

const put = (...names: readonly string[]): void => {
  for (const name of names) cpSync(join(examples, name), join(workspace, 'engagements', name))
}
const inputs = { registry: 'registry', 'as-of': '2026-11-22' }

describe('the action', () => {
  it('passes a job whose engagements pass, with a summary and reports', () => {
    put('brochure-site.yaml')
    const { exit, outputs, summary, used } = useAction(workspace, inputs)
    expect(exit).toBe(0)
    expect(outputs).toMatchObject({ result: 'pass', 'exit-code': '0' })
    expect(summary).toContain('## PASS')
    expect(used).toEqual([])
    for (const name of ['douane.json', 'douane.sarif', 'douane.html', 'douane.md'])
      expect(existsSync(join(outputs.reports ?? '', name)), name).toBe(true)
  })

  it('fails a job with annotations at the lines that are wrong, after the upload', () => {
    put('brochure-site.yaml', 'internal-support-desk.yaml')
    const { exit, outputs, log, summary, used } = useAction(workspace, { ...inputs, 'upload-sarif': 'true' })
    expect(exit).toBe(1)
    expect(outputs).toMatchObject({ result: 'fail', 'exit-code': '1' })
    expect(log).toMatch(/^::error file=engagements\/internal-support-desk\.yaml,line=121,/m)
    expect(summary).toContain('## PASS')
    expect(summary).toContain('## FAIL')
    expect(used).toEqual([
      { uses: 'github/codeql-action/upload-sarif@v3', with: { sarif_file: outputs.sarif, category: 'douane' } },
    ])
    const sarif = JSON.parse(readFileSync(outputs.sarif ?? '', 'utf8'))
    expect(sarif.runs[0].results.length).toBeGreaterThan(0)
  })

  it('says that it could not tell, where an input is wrong', () => {
    writeFileSync(join(workspace, 'engagements/slip.yaml'), 'apiVersion: douane/v1\nkind: Engagment\nid: a\n')
    const { exit, outputs, log, summary } = useAction(workspace, inputs)
    expect(exit).toBe(2)
    expect(outputs).toEqual({ result: 'unable', 'exit-code': '2', reports: '', sarif: '' })
    expect(log).toMatch(/^::error file=engagements\/slip\.yaml,line=2,/m)
    expect(summary).toContain('## It could not be told')
    expect(summary).toContain('engagements/slip.yaml:2:7')
  })

  it('takes no input for a flag, a command or a pattern of the shell', () => {
    put('brochure-site.yaml')
    const planted = join(workspace, 'planted')
    const hostile = `--no-config\n$(touch ${planted})\n"; touch ${planted}; "\n\`touch ${planted}\``
    const { exit, log } = useAction(workspace, { ...inputs, files: hostile })
    expect(exit).toBe(2)
    expect(log).toContain('FILE_NOT_FOUND')
    expect(log).toContain('--no-config')
    expect(existsSync(planted)).toBe(false)
  })

  it('looks for everything below the working directory', () => {
    put('brochure-site.yaml')
    mkdirSync(join(workspace, 'elsewhere'))
    expect(useAction(workspace, { ...inputs, 'working-directory': 'elsewhere' }).outputs.result).toBe('unable')
  })

  it('hands a summary that GitHub takes to it, however much was found', () => {
    const text = readFileSync(join(examples, 'half-left-out.yaml'), 'utf8')
    for (let copy = 0; copy < 2; copy++) {
      const id = text.replace(/^id: (.*)$/m, `id: $1-${copy}`)
      writeFileSync(join(workspace, `engagements/copy-${copy}.yaml`), id)
    }
    const { outputs, summary } = useAction(workspace, inputs)
    expect(outputs.result).toBe('fail')
    expect(readFileSync(join(outputs.reports ?? '', 'douane.md')).length).toBeGreaterThan(1_048_576)
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576)
    expect(summary).toContain('longer than can be shown here')
  })
})

describe('its description', () => {
  it('hands every input to the step that checks, by a variable', () => {
    const check = action.runs.steps.find(({ id }) => id === 'check')
    const handed = [...Object.values(check?.env ?? {}), check?.['working-directory'] ?? ''].join(' ')
    for (const name of Object.keys(action.inputs)) {
      if (name !== 'upload-sarif') expect(handed).toContain(`\${{ inputs.${name} }}`)
    }
  })

  it('puts no expression into a script, and a shell on each', () => {
    for (const { run, uses, shell } of action.runs.steps) {
      if (uses !== undefined) continue
      expect(run).not.toContain('${{')
      expect(shell).toBe('bash')
    }
  })
})
