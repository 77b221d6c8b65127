import { relative, sep } from 'node:path'

/** A path as reports show it: relative to the working directory, with forward slashes. */
export function displayPath(cwd: string, path: string): string {
  const shown = relative(cwd, path)
  return sep === '/' ? shown : shown.split(sep).join('/')
}
