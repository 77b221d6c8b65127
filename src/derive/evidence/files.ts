import type { ShownFile } from '../../model/derived.ts'
import { addDuration, parseDuration } from '../../model/duration.ts'
import type { Validity } from '../../model/fact.ts'
import type { AccessEvidence } from '../../model/generated/access-evidence.ts'
import type { Engagement } from '../../model/generated/engagement.ts'
import type { Firm } from '../../model/generated/firm.ts'
import type { Moment } from '../../model/instant.ts'
import type { Document, Pointer } from '../../model/location.ts'
import { first, last, parseMoment } from '../../model/moment.ts'
import { placeOfSystem } from '../../text/file-pattern.ts'
import { Missing } from '../origins.ts'
import { known, openLike, unknown, type Value } from '../value.ts'

type Entry = NonNullable<Engagement['accessEvidence']>[number]

/** What the descriptor says of a system whose accounts are read from evidence. */
export type System = { readonly value: Entry; readonly pointer: Pointer }

/** One file of evidence. */
export type EvidenceFile = {
  readonly document: Document<AccessEvidence>
  /** The system that it is of; the file itself, where nothing says which one that is. */
  readonly system: string
  /** What the descriptor says of that system. */
  readonly described: System | undefined
  /** When it was collected. */
  readonly collected: Value<Moment>
  /** While what it shows counts. */
  readonly validity: Value<Validity>
}

/** The files of evidence, those that count for longest first, so that the order in which they are given changes nothing. */
export function evidenceFiles(
  documents: readonly Document<AccessEvidence>[],
  descriptor: Document<Engagement>,
  firms: readonly Document<Firm>[],
): readonly EvidenceFile[] {
  const maxAge = maxAgeOf(firms)
  const until = ({ validity }: EvidenceFile): number => validity.value?.until ?? 0
  return documents
    .map((document): EvidenceFile => {
      const described = describedBy(document, descriptor.value.accessEvidence ?? [])
      const collected = collectedOf(document, described, descriptor)
      return {
        document,
        system: document.value.system ?? described?.value.system ?? document.file,
        described,
        collected,
        validity: validityOf(document, collected, maxAge, descriptor),
      }
    })
    .sort((one, other) => until(other) - until(one) || (one.document.file < other.document.file ? -1 : 1))
}

/** Of several firms, the last that states it counts. */
export function maxAgeOf(firms: readonly Document<Firm>[]): string | undefined {
  return firms.findLast(({ value }) => value.accessEvidence !== undefined)?.value.accessEvidence?.maxAge
}

function describedBy({ file, value }: Document<AccessEvidence>, entries: readonly Entry[]): System | undefined {
  const at = placeOfSystem(entries, file, value.system)
  const entry = entries[at]
  return entry === undefined ? undefined : { value: entry, pointer: ['accessEvidence', at] }
}

function collectedOf(
  { file, value }: Document<AccessEvidence>,
  described: System | undefined,
  descriptor: Document<Engagement>,
): Value<Moment> {
  const moment = parseMoment(value.collectedOn ?? described?.value.collectedOn ?? '')
  if (moment !== undefined) return known(moment)
  const entry = value.system === undefined ? `with \`files: [${file}]\`` : `of ${value.system}`
  const ask =
    described === undefined
      ? `State when ${file} was exported, in an entry of \`accessEvidence\` ${entry}: \`collectedOn\`.`
      : `State when ${file} was exported: \`collectedOn\` of ${described.value.system} in \`accessEvidence\`.`
  const pointer = described?.pointer ?? (descriptor.value.accessEvidence === undefined ? [] : ['accessEvidence'])
  return unknown(new Missing(descriptor, pointer, 'collectedOn', ask))
}

/**
 * From when it was certainly collected until it may be too old. A bare date is the whole of its day: it counts from the
 * end of that, and until the same time as if it had been collected when the day began.
 */
function validityOf(
  document: Document<AccessEvidence>,
  collected: Value<Moment>,
  maxAge: string | undefined,
  descriptor: Document<Engagement>,
): Value<Validity> {
  const { value: moment } = collected
  if (moment === undefined) return openLike(collected)
  const age = maxAge === undefined ? undefined : parseDuration(maxAge)
  const { file } = document
  if (age === undefined) {
    const ask = "State for how long evidence counts, in the firm's registry: `maxAge` of `accessEvidence`."
    return unknown(new Missing(descriptor, [], 'maxAge', ask))
  }
  const early = moment.dateOnly
    ? `${file} was collected in the course of ${moment.text}: state the time as well, as in \`${moment.text}T14:00:00Z\`, or check as of a later day.`
    : `${file} was collected on ${moment.text}, after the time of this check: give evidence from before it.`
  const late = `Export ${file} again: it was collected on ${moment.text}, and counts for ${maxAge}.`
  return known({
    from: last(moment),
    until: addDuration(first(moment), age),
    early: [new Missing(document, [], 'collectedOn', early)],
    late: [new Missing(document, [], 'collectedOn', late)],
  })
}

/** What a Report says of the files, in the order of their names. */
export function shownFiles(files: readonly EvidenceFile[], maxAge: string | undefined): readonly ShownFile[] {
  return files
    .map(({ document: { file, value }, described, collected, validity }): ShownFile => {
      const { format, accounts, unlisted = [], complete, digest } = value
      const system = value.system ?? described?.value.system
      return {
        file,
        format,
        ...(system === undefined ? {} : { system }),
        ...(collected.value === undefined ? {} : { collectedOn: collected.value.text }),
        ...(maxAge === undefined ? {} : { maxAge }),
        ...(validity.value === undefined ? {} : { validity: validity.value }),
        accounts: accounts.length + unlisted.length,
        ...(complete === undefined ? {} : { complete }),
        ...(digest === undefined ? {} : { digest }),
      }
    })
    .sort((one, other) => (one.file < other.file ? -1 : 1))
}
