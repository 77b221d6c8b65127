/**
 * Does something with each item, several at a time, and gives the results in the order of the items.
 *
 * No more than `most` items are taken before their results were asked for: a slow reader slows the source down, and
 * memory does not grow with the number of items.
 *
 * What `run` gives at once, and not by a promise, may only be good until it runs again: it comes before anything else is
 * taken, or is passed through `keep` where others come before it.
 *
 * Errors: what the source or `run` throws, in its turn.
 */
export async function* ordered<In, Out>(
  items: AsyncIterable<In> | Iterable<In>,
  run: (item: In) => Promise<Out> | Out,
  most: number,
  keep: (result: Out) => Out = (result) => result,
): AsyncGenerator<Out> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  const waiting: (Promise<Out> | Out)[] = []
  let more = true
  try {
    for (;;) {
      while (more && waiting.length < most) {
        const taken = source.next()
        const next = taken instanceof Promise ? await taken : taken
        if (next.done) {
          more = false
          break
        }
        const result = run(next.value)
        if (result instanceof Promise) waiting.push(observed(result))
        else if (waiting.length === 0) yield result
        else waiting.push(keep(result))
      }
      if (waiting.length === 0) return
      const first = waiting.shift() as Promise<Out> | Out
      yield first instanceof Promise ? await first : first
    }
  } finally {
    if (more) await source.return?.()
  }
}

/** What fails before its turn is told in its turn; until then it is nobody's fault. */
function observed<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
