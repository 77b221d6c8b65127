import { type Document, isMap, isScalar, YAMLMap, type YAMLSeq, Document as Yaml } from 'yaml'
import type { Names } from '../../load/names.ts'
import type { Infrastructure } from '../../model/generated/infrastructure.ts'
import { shortened } from '../../text/harmless.ts'
import { titleFrom } from './draft.ts'
import { type Drafted, draftComponent } from './plan/component.ts'
import { componentsOf, type Grouped, type Resource } from './plan/components.ts'

type Given = { readonly file: string; readonly value: Infrastructure }

/**
 * The first version of a descriptor, from what infrastructure code is about to deploy: it loads, states nothing that the
 * file does not say but what is marked as a guess, and asks for the rest, in comments. `id` is that of the engagement.
 */
export function draftFromPlan({ file, value }: Given, id: string, names: Names): string {
  const components = componentsOf(value, names)
  const drafts = components.map((component) => draftComponent(component, names))
  const open = openQuestions(value, components, drafts)
  const yaml = new Yaml({
    apiVersion: 'douane/v1',
    kind: 'Engagement',
    id,
    title: titleFrom(id),
    context: 'client-system',
    ...(components.length > 0 && {
      components: drafts.map(({ said }) => Object.fromEntries(said.map(({ key, value: one }) => [key, one]))),
    }),
  })
  yaml.commentBefore = comment(heading(file, value, open))
  markGuesses(yaml, drafts)
  askInPlace(yaml, drafts)
  const left = remainder(value)
  if (left.length > 0) yaml.comment = comment(left)
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: true })
}

const general = [
  'Whose processing is it? The `context` is a guess.',
  'Who takes part, and in which country? State `parties`, and for each component `contractedBy` and `operatedBy`.',
  'Which data is there, whose is it, and what holds it from the start? State `data`, and `holds` of each component.',
  'How does data move? State `flows`, `remoteAccess` and `aiUses`, with `[]` for none.',
  'Who can log in? State `accounts`.',
  'Does the file show all that is deployed? State `infrastructure: { complete: true }`, or `false`.',
]

function openQuestions(value: Infrastructure, components: readonly Grouped[], drafts: readonly Drafted[]) {
  const ofComponents = drafts.flatMap(({ questions }, at) =>
    questions.map((question) => `${components[at]?.id}: ${question}`),
  )
  const unmapped = value.unmapped?.length ?? 0
  return [
    ...general,
    ...(value.partial === undefined ? [] : [`The file does not show everything: ${value.partial}.`]),
    ...(components.length === 0
      ? ['The file has nothing that holds or processes data: what does? State `components`.']
      : []),
    ...(unmapped === 0 ? [] : [`What is listed at the end as not known? (${unmapped})`]),
    ...ofComponents,
  ]
}

function heading(file: string, { format }: Infrastructure, open: readonly string[]): readonly string[] {
  return [
    `A first draft, from ${file} (${format}). It states what the file says; what is left out is unknown.`,
    'What is marked `guess:` the file does not say: confirm or replace it.',
    '',
    'Open questions:',
    ...open.map((question, at) => `${at + 1}. ${question}`),
    '',
    `Then: douane check <this file> --plan ${file}`,
  ]
}

/** Comments of one line each: names in a file cannot end one. */
const comment = (lines: readonly string[]): string => lines.map((line) => ` ${shortened(line, 400)}`).join('\n')

function markGuesses(yaml: Document, drafts: readonly Drafted[]): void {
  const guess = (path: readonly unknown[], text: string): void => {
    const node = yaml.getIn(path, true)
    if (isScalar(node) || isMap(node)) node.comment = comment([`guess: ${text}`])
    else if (node instanceof Object) (node as YAMLSeq).comment = comment([`guess: ${text}`])
  }
  guess(['id'], 'from the name of the file')
  guess(['title'], 'from the name of the file')
  guess(['context'], 'nothing in the file says whose processing it is')
  drafts.forEach(({ said }, at) => {
    for (const { key, guess: text } of said) if (text !== undefined) guess(['components', at, key], text)
  })
}

function askInPlace(yaml: Document, drafts: readonly Drafted[]): void {
  drafts.forEach(({ questions }, at) => {
    const component = yaml.getIn(['components', at], true)
    if (component instanceof YAMLMap && questions.length > 0)
      component.commentBefore = comment(questions.map((question) => `question: ${question}`))
  })
}

/** What the file has and a component is not. */
function remainder({ resources, unmapped = [], notDeployed }: Infrastructure): readonly string[] {
  const logins = resources.filter(({ login }) => login !== undefined)
  const supports = resources.filter(({ service, login }) => service === 'none' && login === undefined)
  return [
    ...section(
      'Not known: what these are and where they run cannot be told.',
      unmapped.map(({ address, type }) => `${address} (${type})`),
    ),
    ...section('These log in: list them under `accounts`.', logins.map(loginText)),
    ...section(
      'These support others and hold no data.',
      supports.map(({ address }) => address),
    ),
    ...(notDeployed === undefined || notDeployed.destroyed + notDeployed.read === 0
      ? []
      : [`Not deployed: ${notDeployed.destroyed} destroyed, ${notDeployed.read} only read.`]),
  ]
}

const section = (title: string, entries: readonly string[]): readonly string[] =>
  entries.length === 0 ? [] : [title, ...entries.map((entry) => `  ${entry}`)]

function loginText({ address, login }: Resource): string {
  const administrator = login?.administrative?.is === true ? ', an administrator' : ''
  return `${address}${login?.name === undefined ? '' : `: ${login.name}`}${administrator}`
}
