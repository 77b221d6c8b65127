import type { Draft } from '../author/new/draft.ts'
import { type Answers, draftEngagement, type Question, questions, wrongAnswer } from '../author/new/engagement.ts'
import { draftProvider } from '../author/new/provider.ts'
import { draftRule, hasReadableFact } from '../author/new/rule.ts'
import { folderHasFiles, isFile, writeNewFiles } from '../io/new-files.ts'
import { type Names, namesOf } from '../load/names.ts'
import type { Library } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { addDuration } from '../model/duration.ts'
import type { Instant } from '../model/instant.ts'
import type { SubjectKind } from '../model/subject.ts'
import { renderProblems } from '../render/problems.ts'
import { seen } from '../text/harmless.ts'
import { type Ask, askOn } from './ask.ts'
import { readLibrary } from './library.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

type Force = { readonly force?: boolean }

/** `douane new rule`: a rule and its tests, in a folder of rules of one's own. */
export async function newRule(
  id: string,
  { subject, rules, force }: Force & { readonly subject: SubjectKind; readonly rules: string },
  terminal: Terminal,
): Promise<Exit> {
  const slug = '[a-z0-9][a-z0-9-]{0,79}'
  if (!new RegExp(`^${slug}/${slug}$`).test(id)) {
    return refuse(
      terminal,
      `${seen(id)} is no id of a rule`,
      'Write pack/name, in lower-case letters, digits and hyphens.',
    )
  }
  if (!hasReadableFact(subject)) {
    return refuse(terminal, `No condition can read anything of ${seen(subject)}`, 'Choose another subject.')
  }
  const library = await libraryWith(rules, terminal)
  if (library === undefined) return exit.unable
  const taken = library.packs.flatMap((pack) => pack.rules).find((rule) => rule.id === id)
  // One's own may be replaced; a shipped one would only get a rival of the same name.
  const replaces = force === true && isFile(`${rules}/${id}.rule.yaml`, terminal.cwd)
  if (taken !== undefined && !replaces) {
    return refuse(terminal, `There is a rule ${seen(id)} already, in ${taken.at.file}`, 'Choose another name.')
  }
  const drafts = draftRule({ id, subject, folder: rules, packs: library.packs })
  return write(drafts, force, terminal, [`douane explain ${id} --rules ${rules}`])
}

/** `douane new provider`: a provider in a registry of one's own. */
export async function newProvider(
  id: string,
  { registry, force }: Force & { readonly registry: string },
  terminal: Terminal,
): Promise<Exit> {
  if (!isSlug(id)) return refuse(terminal, `${seen(id)} is no id`, slugHint)
  const library = await readLibrary({ rules: [], registry: [] }, terminal)
  if (library === undefined) return exit.unable
  if (library.registry.providers.some(({ value }) => value.id === id)) {
    return refuse(terminal, `The registry has a provider ${seen(id)} already`, `Look at it: douane show ${id}`)
  }
  const today = terminal.now()
  const reviewBy = addDuration(today, { months: 6, days: 0, milliseconds: 0 })
  const draft = draftProvider({ id, folder: registry, today: dayOf(today), reviewBy: dayOf(reviewBy) })
  return write([draft], force, terminal, [`douane show ${id} --registry ${registry}`])
}

type EngagementFlags = Force & {
  readonly title?: string
  readonly context?: string
  readonly client?: string
  readonly clientCountry?: string
  readonly service?: readonly string[]
  readonly registry: readonly string[]
  readonly output?: string
}

/** `douane new engagement`: a descriptor that loads, from flags and, on a terminal, from answers. */
export async function newEngagement(id: string, flags: EngagementFlags, terminal: Terminal): Promise<Exit> {
  if (!isSlug(id)) return refuse(terminal, `${seen(id)} is no id`, slugHint)
  const library = await readLibrary({ rules: [], registry: flags.registry }, terminal)
  if (library === undefined) return exit.unable
  const names = namesOf(library.registry)
  const given = answersIn(flags)
  const wrong = questions.flatMap(({ key, flag }) =>
    valuesOf(given[key]).flatMap((value): readonly Diagnostic[] => {
      const found = wrongAnswer(key, value, names)
      return found === undefined
        ? []
        : [{ code: 'FLAG_INVALID', message: `${flag}: ${found.message}`, hint: found.hint }]
    }),
  )
  if (wrong.length > 0) return refuseAll(terminal, wrong)
  const answers = terminal.stdin.isTTY === true ? await askFor(given, names, terminal) : given
  if (answers === undefined)
    return refuse(terminal, 'The questions were not answered, so nothing was written', 'Use flags.')
  if (answers.context === undefined) {
    const hint = 'Add --context client-system, internal-operations or vendor-use.'
    return refuse(terminal, 'Whose processing it is has to be said', hint)
  }
  const path = flags.output ?? `${id}.yaml`
  const registries = flags.registry.map((folder) => ` --registry ${folder}`).join('')
  return write([draftEngagement(id, answers, path)], flags.force, terminal, [`douane check ${path}${registries}`])
}

function answersIn({ title, context, client, clientCountry, service: services }: EngagementFlags): Answers {
  return {
    ...(title === undefined ? {} : { title }),
    ...(context === undefined ? {} : { context }),
    ...(client === undefined ? {} : { client }),
    ...(clientCountry === undefined ? {} : { clientCountry }),
    ...(services === undefined ? {} : { services }),
  }
}

function valuesOf(answer: string | readonly string[] | undefined): readonly string[] {
  return typeof answer === 'string' ? [answer] : (answer ?? [])
}

/** Asks for what is left open; `undefined` if the answers end before what is needed is known. */
async function askFor(given: Answers, names: Names, terminal: Terminal): Promise<Answers | undefined> {
  const { ask, close } = askOn(terminal)
  try {
    terminal.stderr.write('An empty answer leaves it open.\n')
    let answers = given
    for (const question of questions.filter(({ key }) => given[key] === undefined)) {
      const answer = await answerTo(question, names, ask, terminal)
      if (answer === undefined) return undefined
      if (answer === '') continue
      const value = question.key === 'services' ? servicesIn(answer) : answer
      answers = { ...answers, [question.key]: value }
    }
    return answers
  } finally {
    close()
  }
}

/** Asks until the answer can be used: an empty one, where none is needed; `undefined` at the end of the input. */
async function answerTo(
  { key, text, needed }: Question,
  names: Names,
  ask: Ask,
  { stderr }: Terminal,
): Promise<string | undefined> {
  for (;;) {
    const answer = await ask(text)
    if (answer === undefined) return undefined
    if (answer === '' && !needed) return answer
    const parts = key === 'services' ? servicesIn(answer) : [answer]
    const [wrong] = parts.flatMap((part) => wrongAnswer(key, part, names) ?? [])
    if (wrong === undefined) return answer
    stderr.write(`  ${wrong.message}. ${wrong.hint}\n`)
  }
}

function servicesIn(answer: string): readonly string[] {
  return answer === 'none' ? [] : answer.split(/[\s,]+/).filter((part) => part !== '')
}

function write(
  drafts: readonly Draft[],
  force = false,
  { cwd, stdout, stderr }: Terminal,
  next: readonly string[],
): Exit {
  const written = writeNewFiles(drafts, cwd, force)
  if (!written.ok) {
    stderr.write(renderProblems(written.problems, []))
    return exit.unable
  }
  for (const { path } of drafts) stdout.write(`wrote ${path}\n`)
  for (const command of next) stdout.write(`next: ${command}\n`)
  return exit.pass
}

/** The shipped rules, and those of a folder if it is there already. */
async function libraryWith(rules: string, terminal: Terminal): Promise<Library | undefined> {
  return readLibrary({ rules: folderHasFiles(rules, terminal.cwd) ? [rules] : [], registry: [] }, terminal)
}

const slugHint = 'Use lower-case letters, digits, dots and hyphens.'

function isSlug(id: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{0,79}$/.test(id)
}

function dayOf(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10)
}

function refuse(terminal: Terminal, message: string, hint: string): Exit {
  return refuseAll(terminal, [{ code: 'FLAG_INVALID', message, hint }])
}

function refuseAll({ stderr }: Terminal, problems: readonly Diagnostic[]): Exit {
  stderr.write(renderProblems(problems, []))
  return exit.unable
}
