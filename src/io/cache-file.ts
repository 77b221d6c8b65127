import { hash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../model/instant.ts'

/** Texts by key, in one file: the texts, then an index of them, then where the index is and its digest. */
export type CacheFile = {
  readonly get: (key: string) => string | undefined
  readonly put: (key: string, text: string) => void
  /** Keeps what is new and what was there, up to the limits. Errors: what the system says; nothing is lost then. */
  readonly close: () => void
}

type CacheLimits = {
  /** Bytes of texts in one file, and of all files in the folder. */
  readonly bytes: number
  readonly folder: number
  /** How long what nobody asked for is kept, in milliseconds. */
  readonly age: number
}

const cacheLimits: CacheLimits = { bytes: 2 ** 29, folder: 2 ** 30, age: 60 * 24 * 3600 * 1000 }

/** Where a text is, the beginning of its digest, and when it was asked for last. */
type Place = readonly [offset: number, length: number, digest: string, used: Instant]

const magic = 'douane cache 1'
const ending = '.cache'
const footerLength = magic.length + 16 + 64
/** Files up to this size are read at once. */
const small = 2 ** 26

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
  const used = new Set<string>()
  const added = new Map<string, Place>()
  let fresh: Fresh | undefined
  let room = limits.bytes
  return {
    get: (key) => {
      const place = old?.index.get(key)
      const text = place === undefined ? undefined : old?.read(place)
      if (text !== undefined) used.add(key)
      return text
    },
    put: (key, text) => {
      const bytes = Buffer.from(text)
      room -= bytes.length
      if (room < 0) return
      fresh ??= begin(folder)
      added.set(key, fresh.write(bytes, now))
    },
    close: () => {
      if (fresh === undefined) {
        // Asked for today, if not changed.
        if (used.size > 0) utimesSync(path, new Date(now), new Date(now))
        old?.close()
        return
      }
      const kept = keptOf(old, { added, used, now, limits })
      for (const [key, place] of kept) {
        const bytes = old?.bytes(place)
        if (bytes !== undefined) added.set(key, fresh.write(bytes, used.has(key) ? now : place[3]))
      }
      fresh.finish(added, path)
      old?.close()
      sweep(folder, path, now, limits)
    },
  }
}

type Old = {
  readonly index: ReadonlyMap<string, Place>
  readonly bytes: (place: Place) => Uint8Array | undefined
  readonly read: (place: Place) => string | undefined
  readonly close: () => void
}

function opened(path: string): Old | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const { size } = fstatSync(file)
    const footer = part(file, size - footerLength, footerLength).toString('latin1')
    const start = Number(footer.slice(magic.length, magic.length + 16))
    if (!footer.startsWith(magic) || !(start <= size)) throw new Error('not a cache')
    const written = part(file, start, size - footerLength - start)
    if (digest(written) !== footer.slice(magic.length + 16)) throw new Error('damaged')
    const index = new Map(JSON.parse(written.toString()) as readonly (readonly [string, Place])[])
    const whole = start <= small ? part(file, 0, start) : undefined
    const open = file
    const bytes = ([offset, length, expected]: Place): Uint8Array | undefined => {
      const found = whole?.subarray(offset, offset + length) ?? part(open, offset, length)
      return digest(found).startsWith(expected) ? found : undefined
    }
    return {
      index,
      bytes,
      read: (place) => {
        const found = bytes(place)
        return found === undefined ? undefined : Buffer.from(found.buffer, found.byteOffset, found.length).toString()
      },
      close: () => closeSync(open),
    }
  } catch {
    if (file !== undefined) closeSync(file)
    return undefined
  }
}

/** Bytes of a file; fewer than asked for where it ends, which their digest shows. */
function part(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(Math.max(0, length))
  let read = 0
  while (read < bytes.length) {
    const more = readSync(file, bytes, read, bytes.length - read, offset + read)
    if (more === 0) break
    read += more
  }
  return bytes.subarray(0, read)
}

type Fresh = {
  readonly write: (bytes: Uint8Array, used: Instant) => Place
  readonly finish: (index: ReadonlyMap<string, Place>, path: string) => void
}

function begin(folder: string): Fresh {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  const file = openSync(temporary, 'wx')
  let end = 0
  const append = (bytes: Uint8Array): void => {
    let written = 0
    while (written < bytes.length) written += writeSync(file, bytes, written)
    end += bytes.length
  }
  return {
    write: (bytes, used) => {
      const place: Place = [end, bytes.length, digest(bytes).slice(0, 32), used]
      append(bytes)
      return place
    },
    finish: (index, path) => {
      const start = end
      const written = Buffer.from(JSON.stringify([...index]))
      append(written)
      append(Buffer.from(`${magic}${String(start).padStart(16, '0')}${digest(written)}`))
      fsyncSync(file)
      closeSync(file)
      renameSync(temporary, path)
    },
  }
}

/** What is worth keeping of the old texts: the last ones that were asked for, as long as there is room. */
function keptOf(
  old: Old | undefined,
  {
    added,
    used,
    now,
    limits,
  }: {
    readonly added: ReadonlyMap<string, Place>
    readonly used: ReadonlySet<string>
    readonly now: Instant
    readonly limits: CacheLimits
  },
): readonly (readonly [string, Place])[] {
  let room = limits.bytes - [...added.values()].reduce((sum, [, length]) => sum + length, 0)
  const lastUsed = ([key, place]: readonly [string, Place]): Instant => (used.has(key) ? now : place[3])
  return [...(old?.index ?? [])]
    .filter((one) => !added.has(one[0]) && lastUsed(one) > now - limits.age)
    .sort((one, other) => lastUsed(other) - lastUsed(one))
    .filter(([, [, length]]) => {
      room -= length
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

function digest(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}
