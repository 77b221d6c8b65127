import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Editors write a file in several steps: it counts as saved once nothing has happened for this long, in milliseconds. */
const usual = 100

/**
 * Calls back after files were saved in the folders that patterns name, until stopped: in a folder with all that is
 * below it, beside a file, in the folder from which a pattern with wildcards starts. Folders that come into being later
 * are watched from then on. Hidden folders and node_modules are left out, as when files are read.
 *
 * Errors: none. A folder that is gone is watched no more.
 */
export function watchFiles(
  cwd: string,
  patterns: readonly string[],
  onSave: () => void,
  quiet = usual,
): { readonly stop: () => void } {
  const roots = patterns.map((pattern) => rootOf(resolve(cwd, pattern)))
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  const saved = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      look()
      onSave()
    }, quiet)
  }
  const look = (): void => {
    const folders = new Set(roots.flatMap(({ folder, deep }) => (deep ? foldersIn(folder) : [folder])))
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue
      watcher.close()
      watchers.delete(folder)
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue
      const watcher = watchFolder(folder, saved)
      if (watcher !== undefined) watchers.set(folder, watcher)
    }
  }
  look()
  return {
    stop: () => {
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}

function watchFolder(folder: string, saved: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, saved)
    // The folder was removed: its parent says so as well.
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return undefined
  }
}

function rootOf(path: string): { readonly folder: string; readonly deep: boolean } {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat !== undefined)
    return stat.isDirectory() ? { folder: path, deep: true } : { folder: dirname(path), deep: false }
  let folder = dirname(path)
  while (/[*?[\]{}!()]/.test(folder) || !isFolder(folder)) folder = dirname(folder)
  return { folder, deep: true }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

function foldersIn(folder: string): readonly string[] {
  const found: string[] = []
  const folders = isFolder(folder) ? [folder] : []
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    found.push(next)
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') continue
      folders.push(join(next, entry.name))
    }
  }
  return found
}
