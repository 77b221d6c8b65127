import { hash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../model/instant.ts'
import { type Block, blockReader, checksumOf, part } from './cache-blocks.ts'

/** Entries by key, in one file: blocks of entries, then an index of them, then where the index is and its digest. */
export type CacheFile = {
  readonly get: (key: string) => Entry | undefined
  readonly put: (key: string, note: Note, parts: readonly Uint8Array[]) => void
  /** Keeps what is new and what was there, up to the limits. Errors: what the system says; nothing is lost then. */
  readonly close: () => void
}

/** JSON, of which thousands are parsed at once: so nothing but a list. */
type Note = readonly (number | string | null)[]

type Entry = {
  /** What was said of the bytes when they were put there. */
  readonly note: Note
  /** In memory that is used again: whoever asks may write to it, and keeps what is still wanted at the next question. */
  readonly bytes: Buffer
}

type CacheLimits = {
  /** Bytes of entries in one file, and of all files in the folder. */
  readonly bytes: number
  readonly folder: number
  /** How long what nobody asked for is kept, in milliseconds. */
  readonly age: number
}

const cacheLimits: CacheLimits = { bytes: 2 ** 30, folder: 2 ** 31, age: 60 * 24 * 3600 * 1000 }

/** Where an entry is, when it was asked for last, and what is said of it. */
type Place = {
  readonly block: number
  readonly offset: number
  readonly length: number
  readonly used: Instant
  readonly note: Note
}

/** Places in columns, as it is read many times as often as written. */
type Index = { readonly blocks: readonly Block[]; readonly keys: readonly string[] } & {
  readonly [column in keyof Place]: readonly Place[column][]
}

const magic = 'douane cache 3'
const ending = '.cache'
const footerLength = magic.length + 16 + 64
/** A block is written once it has this many bytes. */
const blockSize = 2 ** 17

/**
 * Opens the cache of a context in a folder, which is made. What is there and is no such file, or is damaged anywhere that
 * it is looked at, counts as not there and is replaced. Several processes may use one folder: each replaces the file whole.
 *
 * Errors: throws what the system says where the folder cannot be made or written to.
 */
export function openCache(folder: string, context: string, now: Instant, limits = cacheLimits): CacheFile {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${context}${ending}`)
  const old = opened(path)
  const used = new Uint8Array(old?.rows.size ?? 0)
  let fresh: Fresh | undefined
  let room = limits.bytes
  return {
    get: (key) => {
      const row = old?.rows.get(key)
      const entry = row === undefined ? undefined : old?.entry(row)
      if (row !== undefined && entry !== undefined) used[row] = 1
      return entry
    },
    put: (key, note, parts) => {
      room -= parts.reduce((sum, { length }) => sum + length, 0)
      if (room < 0) return
      fresh ??= begin(folder)
      fresh.write(key, { note, parts, used: now })
    },
    close: () => {
      if (fresh === undefined) {
        // Asked for today, if not changed.
        if (used.includes(1)) utimesSync(path, new Date(now), new Date(now))
        old?.close()
        return
      }
      for (const { key, row, lastUsed } of keptOf(old, { added: fresh.places, used, now, limits })) {
        const entry = old?.entry(row)
        if (entry === undefined) continue
        fresh.write(key, { note: entry.note, parts: [Buffer.from(entry.bytes)], used: lastUsed })
      }
      fresh.finish(path)
      old?.close()
      sweep(folder, path, now, limits)
    },
  }
}

type Old = {
  readonly index: Index
  /** By key. */
  readonly rows: ReadonlyMap<string, number>
  readonly entry: (row: number) => Entry | undefined
  readonly close: () => void
}

function opened(path: string): Old | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const { size } = fstatSync(file)
    const footer = part(file, size - footerLength, Buffer.alloc(footerLength)).toString('latin1')
    const start = Number(footer.slice(magic.length, magic.length + 16))
    if (!footer.startsWith(magic) || !(start <= size)) throw new Error('not a cache')
    const written = part(file, start, Buffer.alloc(size - footerLength - start))
    if (hash('sha256', written, 'hex') !== footer.slice(magic.length + 16)) throw new Error('damaged')
    const index = JSON.parse(written.toString()) as Index
    const open = file
    const rows = new Map<string, number>()
    for (const [row, key] of index.keys.entries()) rows.set(key, row)
    const block = blockReader(file, index.blocks)
    return {
      index,
      rows,
      entry: (row) => {
        const note = index.note[row]
        const offset = index.offset[row] ?? 0
        const bytes = block(index.block[row] ?? 0)?.subarray(offset, offset + (index.length[row] ?? 0))
        return note === undefined || bytes === undefined ? undefined : { note, bytes }
      },
      close: () => closeSync(open),
    }
  } catch {
    if (file !== undefined) closeSync(file)
    return undefined
  }
}

type Fresh = {
  readonly places: ReadonlyMap<string, Place>
  readonly write: (key: string, entry: FreshEntry) => void
  readonly finish: (path: string) => void
}

type FreshEntry = { readonly note: Note; readonly parts: readonly Uint8Array[]; readonly used: Instant }

function begin(folder: string): Fresh {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  const file = openSync(temporary, 'wx')
  const places = new Map<string, Place>()
  const blocks: Block[] = []
  let held: Uint8Array[] = []
  let size = 0
  let end = 0
  const append = (bytes: Uint8Array): void => {
    let written = 0
    while (written < bytes.length) written += writeSync(file, bytes, written)
    end += bytes.length
  }
  const flush = (): void => {
    const block = Buffer.concat(held)
    blocks.push([end, block.length, checksumOf(block)])
    append(block)
    held = []
    size = 0
  }
  return {
    places,
    write: (key, { note, parts, used }) => {
      const length = parts.reduce((sum, one) => sum + one.length, 0)
      places.set(key, { block: blocks.length, offset: size, length, used, note })
      held.push(...parts)
      size += length
      if (size >= blockSize) flush()
    },
    finish: (path) => {
      if (size > 0) flush()
      const start = end
      const all = [...places.values()]
      const index: Index = {
        blocks,
        keys: [...places.keys()],
        block: all.map(({ block }) => block),
        offset: all.map(({ offset }) => offset),
        length: all.map(({ length }) => length),
        used: all.map(({ used }) => used),
        note: all.map(({ note }) => note),
      }
      const written = Buffer.from(JSON.stringify(index))
      append(written)
      append(Buffer.from(`${magic}${String(start).padStart(16, '0')}${hash('sha256', written, 'hex')}`))
      fsyncSync(file)
      closeSync(file)
      renameSync(temporary, path)
    },
  }
}

type Kept = { readonly key: string; readonly row: number; readonly lastUsed: Instant }

/** What is worth keeping of the old entries: the last ones that were asked for, as long as there is room. */
function keptOf(
  old: Old | undefined,
  {
    added,
    used,
    now,
    limits,
  }: {
    readonly added: ReadonlyMap<string, Place>
    readonly used: Uint8Array
    readonly now: Instant
    readonly limits: CacheLimits
  },
): readonly Kept[] {
  let room = limits.bytes - [...added.values()].reduce((sum, { length }) => sum + length, 0)
  const index = old?.index
  if (index === undefined) return []
  return index.keys
    .map((key, row): Kept => ({ key, row, lastUsed: used[row] === 1 ? now : (index.used[row] ?? 0) }))
    .filter(({ key, lastUsed }) => !added.has(key) && lastUsed > now - limits.age)
    .sort((one, other) => other.lastUsed - one.lastUsed)
    .filter(({ row }) => {
      room -= index.length[row] ?? 0
      return room >= 0
    })
}

/** Removes files of other contexts that nobody used for long, or that there is no room for, and what was left half written. */
function sweep(folder: string, own: string, now: Instant, limits: CacheLimits): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(ending) || /^\.[0-9a-f]{16}\.tmp$/.test(name))
    .flatMap((name) => {
      const stat = statSync(join(folder, name), { throwIfNoEntry: false })
      return stat === undefined ? [] : [{ path: join(folder, name), size: stat.size, at: stat.mtimeMs }]
    })
    .sort((one, other) => other.at - one.at)
  let room = limits.folder
  for (const { path, size, at } of files) {
    room -= size
    const old = path.endsWith(ending) ? limits.age : 24 * 3600 * 1000
    if (path !== own && (room < 0 || at < now - old)) rmSync(path, { force: true })
  }
}
