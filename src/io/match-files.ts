import { statSync } from 'node:fs'
import glob from 'fast-glob'
import { configNames } from './find-config.ts'

/**
 * The files that a glob pattern matches, as absolute paths, in no order. Hidden ones, node_modules and configurations are
 * left out, and links to folders are not followed.
 *
 * A file of its own, to be loaded only by runs that name a pattern.
 */
export async function matchFiles(cwd: string, pattern: string): Promise<readonly string[]> {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const matches = await glob(slashed, {
    cwd,
    absolute: true,
    objectMode: true, // what the listing of a folder tells need not be asked of each file
    onlyFiles: false, // it would leave out links to files, unless links to folders were followed as well
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', ...configNames.map((name) => `**/${name}`)],
  })
  return matches
    .filter(
      ({ dirent, path }) =>
        dirent.isFile() || (dirent.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() === true),
    )
    .map(({ path }) => path)
}
