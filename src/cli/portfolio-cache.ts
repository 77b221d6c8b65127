import { join, resolve } from 'node:path'
import type { Settings } from '../batch/answer.ts'
import { type Cache, cacheOf } from '../batch/cache.ts'
import { contextOf } from '../batch/key.ts'
import { type CacheFile, openCache } from '../io/cache-file.ts'
import { systemReason } from '../io/file-problems.ts'
import { productDigest } from '../io/product.ts'
import type { CheckFlags } from './check-flags.ts'
import type { Terminal } from './terminal.ts'

export type PortfolioCache = {
  readonly cache?: Cache
  readonly close: () => void
}

const none: PortfolioCache = { close: () => undefined }

/**
 * The cache that was asked for. It only ever saves time: where it cannot be used, that is said, and everything is checked.
 * A second opinion is never an old one.
 */
export function cacheFor(settings: Settings, { cache: folder }: CheckFlags, terminal: Terminal): PortfolioCache {
  if (folder === undefined || !settings.dated) return none
  const path = folder === true ? defaultFolder(terminal) : resolve(terminal.cwd, folder)
  try {
    const file = openCache(path, contextOf(settings, productDigest()), terminal.now())
    const store = unfailing(file, terminal)
    return { cache: cacheOf(store, settings.options.asOf), close: store.close }
  } catch (error) {
    terminal.stderr.write(unusable(error))
    return none
  }
}

/** A cache that cannot be written any more is left as it is. */
function unfailing(file: CacheFile, { stderr }: Terminal): CacheFile {
  let broken = false
  const attempt = (what: () => void): void => {
    if (broken) return
    try {
      what()
    } catch (error) {
      broken = true
      stderr.write(unusable(error))
    }
  }
  return {
    get: file.get,
    put: (key, note, parts) => attempt(() => file.put(key, note, parts)),
    close: () => attempt(file.close),
  }
}

function unusable(error: unknown): string {
  return `The cache cannot be used, so everything is checked: ${systemReason(error)}\n`
}

function defaultFolder({ env, cwd }: Terminal): string {
  const base = env.XDG_CACHE_HOME || (env.HOME === undefined ? cwd : join(env.HOME, '.cache'))
  return join(base, 'douane')
}
