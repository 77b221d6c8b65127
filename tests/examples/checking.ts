import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { readFiles } from '../../src/io/read-files.ts'
import { readShipped } from '../../src/io/shipped.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import type { Report } from '../../src/model/generated/report.ts'
import type { SourceFile } from '../../src/model/location.ts'
import { parseMoment } from '../../src/model/moment.ts'
import { check } from '../../src/pipeline.ts'

/** When examples are judged unless a test says otherwise: their dates are stories, and would age. */
export const present = '2026-11-22T12:00:00Z'

export type Outcome = { readonly report?: Report; readonly problems: readonly Diagnostic[]; readonly exit: 0 | 1 | 2 }

const root = fileURLToPath(new URL('../../', import.meta.url))
const shipped = readShipped()
export const evidence = await sourceFiles(['examples/registry'])

/** The examples, by path. */
export const exampleFiles = await sourceFiles(['examples/*.yaml'])

/** Checks one file as the command line does: with the evidence of the examples, and a second opinion. */
export async function checkFile(file: SourceFile, asOf = present): Promise<Outcome> {
  const instant = parseMoment(asOf)?.from
  if (instant === undefined) throw new Error(`${asOf} is no instant`)
  const sources = { files: [file], shipped, rules: [], registry: evidence }
  const { reports, problems } = await check(sources, { asOf: instant, secondOpinion: true })
  const [report] = reports
  if (report === undefined || problems.length > 0) return { problems, exit: 2 }
  return { report, problems, exit: report.verdict.result === 'pass' ? 0 : 1 }
}

export function example(name: string): SourceFile {
  const file = exampleFiles.find(({ path }) => path === `examples/${name}.yaml`)
  if (file === undefined) throw new Error(`There is no example ${name}`)
  return file
}

type Loose = { [key: string]: Loose } & Loose[] & string

/** An example with something changed: the edit gets its document as plain data. */
export function variant(name: string, edit: (engagement: Loose) => void): SourceFile {
  const file = example(name)
  const document = parse(textOf(file)) as Loose
  edit(document)
  return { path: file.path.replace('.yaml', '.json'), bytes: Buffer.from(JSON.stringify(document)) }
}

/** One item of a list by its id. */
export function item(list: keyof Engagement, id: string): (engagement: Loose) => Loose {
  return (engagement) => {
    const found = (engagement[list] as Loose | undefined)?.find((one) => one.id === id)
    if (found === undefined) throw new Error(`There is no ${id} in ${list}`)
    return found as Loose
  }
}

/** The controls of findings with an outcome at error level, each once. */
export function controlsThat(kind: 'fail' | 'unknown', { report, problems }: Outcome): readonly string[] {
  if (report === undefined) throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'))
  const open = report.findings.filter(({ outcome, level }) => outcome === kind && level === 'error')
  return [...new Set(open.flatMap(({ controls }) => controls))].sort()
}

/** How one rule came out on every subject that it applied to. */
export function outcomesOf(rule: string, { report, problems }: Outcome): readonly string[] {
  if (report === undefined) throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'))
  return report.findings.filter((one) => one.rule === rule).map(({ outcome }) => outcome)
}

/** The comments of an example, of which the first says what it shows. */
export function headerOf(file: SourceFile): string {
  const lines = textOf(file).split('\n')
  return lines.filter((line) => line.startsWith('#')).join('\n')
}

export function textOf({ bytes }: SourceFile): string {
  return Buffer.from(bytes).toString('utf8')
}

async function sourceFiles(patterns: readonly string[]): Promise<readonly SourceFile[]> {
  const read = await readFiles(patterns, { cwd: root })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}
