import { harmless } from '../../text/harmless.ts'
import type { Cause, FindingChange, InputChange, Known, ReportDiff, RunDiff, State } from './types.ts'

/** Why a finding differs, as a clause without its full stop. */
export function causeInWords(cause: Cause, inputs: ReportDiff['inputs']): string {
  switch (cause.kind) {
    case 'fact':
      return harmless(
        `${cause.label} (${cause.name}): ${knownInWords(cause.old)} before, ${knownInWords(cause.new)} now`,
      )
    case 'rule':
      return cause.change === 'changed'
        ? `the rule was changed: ${cause.keys.join(', ')}`
        : `the rule was ${cause.change}`
    case 'left-out':
      return cause.side === 'new'
        ? harmless(`the configuration leaves the rule out, with the pack ${cause.pack}`)
        : harmless(`the configuration left the rule out before, with the pack ${cause.pack}`)
    case 'level':
      return cause.side === 'new'
        ? harmless(`the configuration gives the rule this level: ${cause.reason}`)
        : harmless(`the configuration no longer gives the rule another level: ${cause.reason}`)
    case 'waiver':
      return harmless(waiverInWords(cause))
    case 'subject':
      return cause.change === 'added' ? 'it was not there before' : 'it is no longer there'
    case 'time':
      return `time passed: ${inputs.find(({ input }) => input === 'as-of')?.old ?? ''} before`
    case 'inputs':
      return cause.inputs.length === 0
        ? 'nothing that the reports show'
        : `nothing that the reports show of it differs but ${cause.inputs.join(', ')}`
  }
}

const becameInWords = {
  expired: 'it has expired',
  stale: 'what it was given for has changed',
  unused: 'it is not needed any more',
  duplicate: 'another waiver names the same finding',
  'over-broad': 'it names more than one finding',
  impossible: 'it names what cannot be waived',
  removed: 'it is not given any more',
  'in-force': 'it is in force',
} as const

function waiverInWords({ waiver, now }: Extract<Cause, { readonly kind: 'waiver' }>): string {
  const { expires, ticket, at } = waiver
  const named = `${ticket}, ${at.file}:${at.line}`
  return now === 'in-force'
    ? `a waiver lifts it until ${expires} (${named})`
    : `the waiver until ${expires} no longer lifts it: ${becameInWords[now]} (${named})`
}

function knownInWords({ value, from }: Known): string {
  const [first] = from
  const place = first === undefined ? '' : ` (${originInWords(first)})`
  return `${value ?? 'not known'}${place}`
}

function originInWords({ kind, text, at }: Known['from'][number]): string {
  const place = `${at.file}:${at.line}`
  return kind === 'registry' && text !== undefined ? `${text}, ${place}` : place
}

/** Changes that are told together: of one rule, by one step, for the same reasons. */
export function grouped({ findings, inputs }: ReportDiff): readonly (readonly [FindingChange, ...FindingChange[]])[] {
  const groups = new Map<string, [FindingChange, ...FindingChange[]]>()
  for (const change of findings) {
    const causes = change.because.map((cause) => causeInWords(cause, inputs))
    const key = JSON.stringify([change.rule, stepInWords(change), causes])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [change])
    else group.push(change)
  }
  return [...groups.values()]
}

/** The subjects of a group; of many, the first few and their number. */
export function subjectsInWords(group: readonly FindingChange[]): string {
  const labels = group.map(({ subject }) => subject.label)
  const more = labels.length > most ? [`and ${labels.length - most} more`] : []
  return harmless([...labels.slice(0, most), ...more].join('; '))
}

const most = 4

/** `pass -> fail`, `none -> unknown (warning)`. */
export function stepInWords({ old, new: next }: Pick<FindingChange, 'old' | 'new'>): string {
  return `${stateInWords(old)} -> ${stateInWords(next)}`
}

function stateInWords(state: State | undefined): string {
  if (state === undefined) return 'none'
  const outcome = state.level === 'error' ? state.outcome : `${state.outcome} (${state.level})`
  return state.waiver === undefined ? outcome : `${outcome}, waived`
}

/** What the new Report says of it; the old one, where that is all there is. */
export function messageOf({
  old,
  new: next,
}: FindingChange): { readonly text: string; readonly place: string } | undefined {
  const state = next?.message === undefined ? (next === undefined ? old : undefined) : next
  if (state?.message === undefined || state.at === undefined) return undefined
  return { text: harmless(state.message), place: harmless(`${state.at.file}:${state.at.line}:${state.at.column}`) }
}

export function inputsInWords(inputs: readonly InputChange[]): string {
  const said = inputs.map(({ input, old, new: next }) =>
    input === 'as-of' || input === 'version' ? `${input} (${old}, now ${next})` : input,
  )
  return said.length === 0 ? 'none' : harmless(said.join(', '))
}

/** `2 worse, 1 better, 3 otherwise`. */
export function tallyInWords({ findings }: ReportDiff): string {
  const count = (direction: FindingChange['direction']): number =>
    findings.filter((one) => one.direction === direction).length
  return `${count('worse')} worse, ${count('better')} better, ${count('other')} otherwise`
}

/** Engagements that only one of the runs has. */
export function aloneInWords({ onlyOld, onlyNew }: RunDiff): readonly string[] {
  return [
    ...onlyOld.map(({ id, headline }) => harmless(`${id} is no longer there; it was ${headline}`)),
    ...onlyNew.map(({ id, headline }) => harmless(`${id} was not there before; it is ${headline}`)),
  ]
}
