/**
 * Whether a file is meant by a path or a pattern, both with forward slashes: `*` and `?` stand for what is within one
 * part of a path, `**` for any parts.
 */
function isFileMeant(file: string, pattern: string): boolean {
  const parts = pattern.replace(/^(\.\/)+/, '').split(/(\*\*\/|\*\*|\*|\?)/)
  const source = parts.map((part) => wildcards[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('')
  return new RegExp(`^${source}$`, 'su').test(file.replace(/^(\.\/)+/, ''))
}

const wildcards: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' }

/** The place of the entry of a system: by the name that a file of it gives, or by the file, where it gives none; -1 for none. */
export function placeOfSystem(
  entries: readonly { readonly system: string; readonly files?: readonly string[] }[],
  file: string,
  named: string | undefined,
): number {
  return entries.findIndex(({ system, files = [] }) =>
    named === undefined ? files.some((one) => isFileMeant(file, one)) : system === named,
  )
}
