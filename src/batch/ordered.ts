/**
 * Does something with each item, several at a time, and gives the results in the order of the items.
 *
 * No more than `most` items are taken before their results were asked for: a slow reader slows the source down, and
 * memory does not grow with the number of items.
 *
 * Errors: what the source or `run` throws, in its turn.
 */
export async function* ordered<In, Out>(
  items: AsyncIterable<In> | Iterable<In>,
  run: (item: In) => Promise<Out>,
  most: number,
): AsyncGenerator<Out> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  const waiting: Promise<Out>[] = []
  let more = true
  try {
    for (;;) {
      while (more && waiting.length < most) {
        const next = await source.next()
        if (next.done) more = false
        else waiting.push(observed(run(next.value)))
      }
      const first = waiting.shift()
      if (first === undefined) return
      yield await first
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
