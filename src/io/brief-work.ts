import { setFlagsFromString } from 'node:v8'

/** Where it was measured: other versions of V8 have other compilers. */
const measured = process.versions.v8.startsWith('11.3.')

/**
 * Does work that is over before optimised code would pay for itself: compiling it takes a third and more of the processor
 * time of a check. docs/decisions/0035-start-up.md.
 */
export async function briefly<T>(work: () => Promise<T>): Promise<T> {
  if (!measured) return work()
  setFlagsFromString('--no-opt')
  try {
    return await work()
  } finally {
    // What Node and we keep compiled is only taken with the flags that it was compiled with.
    setFlagsFromString('--opt')
  }
}
