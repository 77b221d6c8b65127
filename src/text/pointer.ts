import type { Pointer } from '../model/location.ts'

/** A JSON pointer (RFC 6901): `/flows/2/data`; the root is the empty string. */
export function formatPointer(pointer: Pointer): string {
  return pointer.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The parts of a JSON pointer. List positions stay text: whether one is meant depends on the document. */
export function parsePointer(text: string): Pointer {
  if (text === '') return []
  return text
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A pointer as people write it: `flows[2].data`. The root is an empty text. */
export function readablePointer(pointer: Pointer): string {
  return pointer
    .map((part, place) => {
      if (typeof part === 'number' || /^\d+$/.test(part)) return `[${part}]`
      if (!/^[\w$-]+$/.test(part)) return `[${JSON.stringify(part)}]`
      return place === 0 ? part : `.${part}`
    })
    .join('')
}
