/**
 * Does something with each item, several at a time, and hands over the results in the order of the items.
 *
 * No more than `most` items are taken before their results were: a slow reader slows the source down, and memory does not
 * grow with the number of items.
 *
 * What `run` gives at once, and not by a promise, may only be good until it runs again: it is handed over before anything
 * else is taken, or is passed through `keep` where others come before it. Nothing is waited for that is there.
 *
 * Errors: what the source, `run` or `take` throws, in its turn.
 */
export async function ordered<In, Out>(
  items: AsyncIterable<In> | Iterable<In>,
  {
    run,
    take,
    most,
    keep = (result) => result,
  }: {
    readonly run: (item: In) => Promise<Out> | Out
    readonly take: (result: Out) => Promise<void> | undefined
    readonly most: number
    readonly keep?: (result: Out) => Out
  },
): Promise<void> {
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
        else if (waiting.length > 0) waiting.push(keep(result))
        else {
          const taking = take(result)
          if (taking !== undefined) await taking
        }
      }
      if (waiting.length === 0) return
      await take(await (waiting.shift() as Promise<Out> | Out))
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
