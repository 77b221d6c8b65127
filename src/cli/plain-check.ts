import type { Instant } from '../model/instant.ts'
import { parseMoment } from '../model/moment.ts'
import { type FormatName, formats } from '../render/index.ts'
import type { CheckFlags } from './check-flags.ts'

/**
 * The files and flags of a `douane check` that has only the most usual flags, written in the usual way. To load and set up
 * the reader of command lines takes longer than to read a descriptor.
 *
 * Shape: as that reader gives them. `undefined` for every other command line, and wherever something may be wrong.
 */
export function plainCheck(
  args: readonly string[],
): { readonly files: readonly string[]; readonly flags: CheckFlags } | undefined {
  if (args[0] !== 'check') return undefined
  const files: string[] = []
  const lists = { rules: [] as string[], registry: [] as string[], format: [] as FormatName[] }
  let flags: { config?: false; quiet?: true; color: boolean; asOf?: Instant } = { color: true }
  for (let place = 1; place < args.length; place += 1) {
    const word = args[place] as string
    if (word === '--no-config') flags = { ...flags, config: false }
    else if (word === '-q' || word === '--quiet') flags = { ...flags, quiet: true }
    else if (word === '--no-color') flags = { ...flags, color: false }
    else if (word === '' || !word.startsWith('-')) files.push(word)
    else {
      place += 1
      const value = args[place]
      if (value === undefined || value.startsWith('-')) return undefined
      if (word === '--as-of') {
        const moment = parseMoment(value)
        if (moment === undefined) return undefined
        flags = { ...flags, asOf: moment.from }
      } else if (word === '--rules') lists.rules.push(value)
      else if (word === '--registry') lists.registry.push(value)
      else if ((word === '-f' || word === '--format') && isFormat(value)) lists.format.push(value)
      else return undefined
    }
  }
  const { format, ...folders } = lists
  return {
    files,
    flags: {
      ...flags,
      ...folders,
      ...(format.length === 0 ? {} : { format }),
      failLevel: 'error',
      waivers: [],
      plan: [],
      evidence: [],
      stdinFilename: 'stdin',
    },
  }
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}
