import { relative, sep } from 'node:path'

/** A path as reports show it: relative to the working directory, with forward slashes. */
export function displayPath(cwd: string, path: string): string {
  // `relative` takes longer than to read a small file.
  if (sep === '/' && path.startsWith(`${cwd}/`) && isPlain(path)) return path.slice(cwd.length + 1)
  const shown = relative(cwd, path)
  return sep === '/' ? shown : shown.split(sep).join('/')
}

/** Whether nothing of it is to be resolved. */
function isPlain(path: string): boolean {
  return !path.includes('/.') && !path.includes('//') && !path.endsWith('/')
}
