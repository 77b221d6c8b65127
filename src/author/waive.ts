import { isMap, isSeq, parseDocument, stringify } from 'yaml'
import type { Report } from '../model/generated/report.ts'
import type { Waivers } from '../model/generated/waivers.ts'
import { harmless } from '../text/harmless.ts'

export type WaiverEntry = Waivers['waivers'][number]

type Finding = Report['findings'][number]

/** What a person has to decide on; everything else follows from the finding. */
export type Decision = Pick<WaiverEntry, 'reason' | 'owner' | 'approver' | 'expires' | 'ticket'>

/** The entry for an open finding that can be waived; `undefined` for any other. */
export function waiverOf(finding: Finding, engagement: string, decision: Decision): WaiverEntry | undefined {
  const { rule, subject, factsDigest } = finding
  if (factsDigest === undefined) return undefined
  const { reason, owner, approver, expires, ticket } = decision
  const { kind, id } = subject
  return { engagement, rule, subject: { kind, id }, reason, owner, approver, expires, ticket, factsDigest }
}

/** A waivers document with an entry more, or with one in the place of another for the same finding. */
export type Written = { readonly text: string; readonly replaced: boolean }

/**
 * Writes an entry into a waivers document, or into a new one. What stands there keeps its order and its comments. A comment
 * before the entry says what it lifts, for who reviews it.
 *
 * `text`: valid YAML of kind Waivers.
 */
export function writeWaiver(text: string | undefined, entry: WaiverEntry, finding: Finding): Written {
  const document = parseDocument(text ?? stringify({ apiVersion: 'douane/v1', kind: 'Waivers', waivers: [] }))
  const list = document.get('waivers')
  if (!isSeq(list)) throw new Error('a document of kind Waivers has a list of waivers')
  list.flow = false
  const node = document.createNode(entry)
  node.commentBefore = commentOn(finding)
  const place = list.items.findIndex((item) => isMap(item) && isSame(item.toJSON() as WaiverEntry, entry))
  if (place < 0) list.items.push(node)
  else {
    const before = list.items[place]
    if (isMap(before)) node.commentBefore = [...ownLines(before.commentBefore), node.commentBefore].join('\n')
    // What stands before the first entry is read as a comment on the list.
    if (place === 0) list.commentBefore = ownLines(list.commentBefore).join('\n') || null
    list.items[place] = node
  }
  // As the list stands in the file already; a new one is indented.
  const indentSeq = text === undefined || !/^waivers:[^\n]*\n(?:[ \t]*#[^\n]*\n|\n)*- /m.test(text)
  return { text: document.toString({ lineWidth: 0, indentSeq }), replaced: place >= 0 }
}

/** The lines of a comment that a person wrote: those before what this wrote. */
function ownLines(comment: string | null | undefined): readonly string[] {
  if (comment === null || comment === undefined) return []
  const lines = comment.split('\n')
  const begin = lines.findIndex((line) => /^ (?:fail|unknown): /.test(line))
  return begin < 0 ? lines : lines.slice(0, begin)
}

function isSame(one: WaiverEntry, other: WaiverEntry): boolean {
  return (
    one.engagement === other.engagement &&
    one.rule === other.rule &&
    one.subject.kind === other.subject.kind &&
    one.subject.id === other.subject.id
  )
}

function commentOn({ outcome, message, title, facts, missing }: Finding): string {
  const lines = [
    `${outcome}: ${message}`,
    ...(outcome === 'fail' ? [`asked for: ${title}`] : []),
    ...facts.map(({ label, value }) => `  ${label}: ${value ?? 'not stated'}`),
    ...missing.map(({ label }) => `  ${label}: not stated`),
  ]
  return lines.map((line) => ` ${harmless(line)}`).join('\n')
}
