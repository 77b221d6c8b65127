import type { Origin } from '../../model/fact.ts'
import type { Moment } from '../../model/instant.ts'
import type { Pointer } from '../../model/location.ts'
import { against } from '../evidence/claims.ts'
import { isUndated, judgings } from '../evidence/judging.ts'
import { asMoment } from '../grounds.ts'
import type { Reader } from '../reader.ts'
import type { Scene } from '../scene.ts'
import { because, chain, known, map, openLike, unknown, type Value } from '../value.ts'

type Granted = { readonly grantedFor?: string; readonly grantedForEnds?: string }

/** When the engagement ends that access was granted for: this one, or another that is named. */
export function endStated(of: Granted, name: string, pointer: Pointer, reader: Reader, scene: Scene): Value<string> {
  const { grantedFor } = of
  if (grantedFor === undefined)
    return unknown(
      reader.missing(
        pointer,
        'grantedFor',
        `State for which engagement access by ${name} was granted: \`grantedFor\`.`,
      ),
    )
  if (grantedFor === scene.engagement.id)
    return scene.reader.get(scene.engagement, [], 'ends', 'State when the engagement ends: `ends`, or `none`.')
  return reader.get(
    of,
    pointer,
    'grantedForEnds',
    `State when ${grantedFor} ends: \`grantedForEnds\` of ${name}, or \`none\`.`,
  )
}

/** The same for one account: whoever has left has no engagement any more, whatever becomes of it. */
export function endOf(ends: Value<string>, left: Value<Moment>, differ: () => Origin) {
  const end = chain(ends, (text): Value<Moment> => (text === 'none' ? unknown() : asMoment(known(text, ...ends.from))))
  const hasEnd = map(ends, (text) => text !== 'none')
  if (isUndated(left)) return { hasEnd: openLike(left), end: openLike(left) }
  if (left.value === undefined) return { hasEnd, end }
  const gone = map(left, () => true)
  if (ends.value === 'none') return { hasEnd: because(gone, ...ends.from), end: because(left, ...ends.from) }
  return { hasEnd: hasEnd.value === undefined ? gone : hasEnd, end: against(end, left, judgings.left, differ) }
}
