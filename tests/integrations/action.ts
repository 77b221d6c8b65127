import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'

type Step = {
  readonly name: string
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
  readonly shell?: string
  readonly env?: Readonly<Record<string, string>>
  readonly run?: string
  readonly 'working-directory'?: string
}

export type Action = {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

/** What came of one use of the action. */
export type Used = {
  /** The exit code of the step that ended the job, or 0. */
  readonly exit: number
  readonly outputs: Readonly<Record<string, string>>
  readonly log: string
  readonly summary: string
  /** The steps that belong to others, with what they were given: those are not run. */
  readonly used: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[]
}

const root = resolve(import.meta.dirname, '../..')

export const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action

/** Runs the action's steps as a runner does: expressions filled in, outputs through files, in `workspace`. */
export function useAction(workspace: string, given: Readonly<Record<string, string>>): Used {
  const unknown = Object.keys(given).filter((name) => !(name in action.inputs))
  if (unknown.length > 0) throw new Error(`no such input: ${unknown.join(', ')}`)
  const temp = join(workspace, '.runner')
  mkdirSync(temp)
  const summaryFile = join(temp, 'summary.md')
  const values = new Map(Object.entries(action.inputs).map(([name, { default: value }]) => [`inputs.${name}`, value]))
  for (const [name, value] of Object.entries(given)) values.set(`inputs.${name}`, value)
  values.set('github.action_path', root)
  const fill = (text: string): string =>
    text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => values.get(name) ?? '')
  const used: { uses: string; with: Readonly<Record<string, string>> }[] = []
  let [log, exit] = ['', 0]
  for (const step of action.runs.steps) {
    if (step.if !== undefined && !holds(step.if, values)) continue
    if (step.uses !== undefined) {
      used.push({ uses: step.uses, with: filled(step.with, fill) })
      continue
    }
    const outputFile = join(temp, `output-${step.id ?? 'none'}`)
    writeFileSync(outputFile, '')
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', fill(step.run ?? '')], {
      cwd: resolve(workspace, fill(step['working-directory'] ?? '.')),
      env: {
        PATH: process.env.PATH,
        HOME: temp,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: outputFile,
        GITHUB_STEP_SUMMARY: summaryFile,
        ...filled(step.env, fill),
      },
      encoding: 'utf8',
    })
    log += stdout + stderr
    for (const line of readFileSync(outputFile, 'utf8').split('\n').filter(Boolean)) {
      const at = line.indexOf('=')
      values.set(`steps.${step.id}.outputs.${line.slice(0, at)}`, line.slice(at + 1))
    }
    exit = status ?? -1
    if (exit !== 0) break
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, fill(value)])
  return {
    exit,
    outputs: Object.fromEntries(outputs),
    log,
    summary: existsSync(summaryFile) ? readFileSync(summaryFile, 'utf8') : '',
    used,
  }
}

const filled = (texts: Readonly<Record<string, string>> = {}, fill: (text: string) => string) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, fill(text)]))

/** Comparisons that are joined by `&&`: all that the action needs. */
function holds(condition: string, values: ReadonlyMap<string, string>): boolean {
  return condition.split(' && ').every((part) => {
    const [, name, operator, expected] = /^([\w.-]+) (==|!=) '([^']*)'$/.exec(part) ?? []
    if (name === undefined) throw new Error(`cannot read the condition: ${part}`)
    return ((values.get(name) ?? '') === expected) === (operator === '==')
  })
}
