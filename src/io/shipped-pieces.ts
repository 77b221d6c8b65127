import type { CompiledPacks, CompiledRule, DocumentHead, ParsedFile, Shipped } from '../model/shipped.ts'

/**
 * The first line of what the build writes: what is there. Behind it, each in a line of its own, are the digests of the
 * files, the conditions, the sources of the rules, the texts of each pack, those of each rule, and the documents of each
 * file that has them here.
 */
export type ShippedIndex = {
  /** Of each, its path, and the kind and id of each document. */
  readonly files: readonly (readonly [path: string, heads: readonly (readonly [kind: string, id: string])[]])[]
  readonly packs: readonly (Omit<CompiledPack, keyof PackTexts | 'rules'> & { readonly rules: readonly RuleHead[] })[]
}

type CompiledPack = CompiledPacks['packs'][number]
type PackTexts = Pick<CompiledPack, 'description' | 'controls' | 'terms'>

/** What is asked of all rules. */
export type RuleHead = Omit<CompiledRule, keyof RuleTexts | 'source'>
type RuleTexts = Pick<CompiledRule, 'title' | 'message' | 'remedy'>

/** The place of each piece among the lines, behind those of which there is one. */
const digests = 1
const conditions = 2
const sources = 3
const texts = 4

/** What is shipped, of which each piece is parsed when it is asked for: a check of one engagement needs a third. */
export function inPieces(lines: readonly string[], writtenApart: (path: string) => readonly unknown[]): Shipped {
  const pieces = new Pieces(lines)
  const index = pieces.at<ShippedIndex>(0)
  const firstRule = texts + index.packs.length
  let line = firstRule
  const packs = index.packs.map(({ id, title, basis, rules }, place) => ({
    id,
    title,
    basis,
    rules: rules.map((head) => new RuleInPieces(head, pieces, line++, firstRule)),
    get description() {
      return pieces.at<PackTexts>(texts + place).description
    },
    get controls() {
      return pieces.at<PackTexts>(texts + place).controls
    },
    get terms() {
      return pieces.at<PackTexts>(texts + place).terms
    },
  }))
  const files = index.files.map(
    ([path, heads], place) =>
      new FileInPieces(path, heads.map(headOf), pieces, place, isOfRules(path) ? () => writtenApart(path) : line++),
  )
  return {
    files,
    packs: {
      packs,
      get conditions() {
        return pieces.at<CompiledPacks['conditions']>(conditions)
      },
    },
  }
}

/** Whether the documents of a file are in a file of their own: who only decides by rules has no use for them. */
export const isOfRules = (path: string): boolean => path.startsWith('rules/')

const headOf = ([kind, id]: readonly [string, string]): DocumentHead => ({ kind, id })

// Classes, since there are hundreds of which a check reads a few: an object with accessors of its own takes longer to make.

class Pieces {
  private readonly lines: readonly string[]
  private readonly parsed: unknown[] = []

  constructor(lines: readonly string[]) {
    this.lines = lines
  }

  textAt(line: number): string {
    return this.lines[line] ?? ''
  }

  at<T>(line: number): T {
    this.parsed[line] ??= JSON.parse(this.textAt(line))
    return this.parsed[line] as T
  }
}

class RuleInPieces implements CompiledRule {
  readonly id: string
  readonly pack: string
  readonly subject: CompiledRule['subject']
  readonly controls: readonly string[]
  readonly level: CompiledRule['level']
  readonly basis: CompiledRule['basis']
  readonly waivable: boolean
  readonly when: number | undefined
  readonly require: number
  private readonly pieces: Pieces
  private readonly line: number
  private readonly place: number

  constructor(head: RuleHead, pieces: Pieces, line: number, firstRule: number) {
    this.id = head.id
    this.pack = head.pack
    this.subject = head.subject
    this.controls = head.controls
    this.level = head.level
    this.basis = head.basis
    this.waivable = head.waivable
    this.when = head.when
    this.require = head.require
    this.pieces = pieces
    this.line = line
    this.place = line - firstRule
  }

  get source(): CompiledRule['source'] {
    return this.pieces.at<readonly CompiledRule['source'][]>(sources)[this.place] ?? []
  }

  get title(): string {
    return this.pieces.at<RuleTexts>(this.line).title
  }

  get message(): string {
    return this.pieces.at<RuleTexts>(this.line).message
  }

  get remedy(): string {
    return this.pieces.at<RuleTexts>(this.line).remedy
  }
}

class FileInPieces implements ParsedFile {
  readonly path: string
  readonly heads: readonly DocumentHead[]
  private readonly pieces: Pieces
  private readonly place: number
  private readonly written: number | (() => readonly unknown[])

  constructor(
    path: string,
    heads: readonly DocumentHead[],
    pieces: Pieces,
    place: number,
    written: number | (() => readonly unknown[]),
  ) {
    this.path = path
    this.heads = heads
    this.pieces = pieces
    this.place = place
    this.written = written
  }

  get sha256(): string {
    return this.pieces.at<readonly string[]>(digests)[this.place] ?? ''
  }

  /** Of the text as it is, which somebody may have corrected by hand: to look for days is much quicker than to parse it. */
  get reviewedUntil(): string | undefined {
    return typeof this.written === 'number' ? firstReviewIn(this.pieces.textAt(this.written)) : undefined
  }

  get documents(): readonly unknown[] {
    return typeof this.written === 'number' ? this.pieces.at(this.written) : this.written()
  }
}

/** `undefined` where a day is not written as the schema wants it. */
function firstReviewIn(text: string): string | undefined {
  const [checked, due] = [earliest(text, '"checkedOn"'), earliest(text, '"reviewBy"')]
  if (checked === undefined || due === undefined) return undefined
  const yearLater = `${Number(checked.slice(0, 4)) + 1}${checked.slice(4)}`
  return checked !== never && yearLater < due ? yearLater : due
}

/** Of a text with no such day in it. */
const never = '9999-12-31'

/** The earliest of the days behind a key. */
function earliest(text: string, key: string): string | undefined {
  let found = never
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at)) {
    at += key.length
    const written = text.slice(at, at + 13)
    if (!/^:"\d{4}-\d\d-\d\d"$/.test(written)) return undefined
    const day = written.slice(2, 12)
    if (day < found) found = day
  }
  return found
}
