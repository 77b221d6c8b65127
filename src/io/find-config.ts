import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { displayPath } from './display-path.ts'
import { fileProblem } from './file-problems.ts'

/** What a configuration is called where it is found by itself. */
export const configNames: readonly string[] = ['douane.config.yaml', 'douane.config.yml', 'douane.config.json']

/**
 * The nearest configuration from a folder upwards, as an absolute path; none beyond the root of the repository that the
 * folder is in.
 *
 * Errors: AMBIGUOUS, where one folder has two.
 */
export function findConfig(cwd: string): Result<string | undefined, Diagnostic> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const [found, second] = configNames.map((name) => join(folder, name)).filter((path) => existsSync(path))
    if (found !== undefined && second !== undefined) {
      const message = `There are two configurations, this and ${displayPath(cwd, second)}`
      return failed([fileProblem('AMBIGUOUS', displayPath(cwd, found), message, 'Keep one of them.')])
    }
    if (found !== undefined) return ok(found)
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return ok(undefined)
  }
}
