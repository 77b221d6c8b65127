/** Does something with one after the other: at once, as long as nothing has to be waited for. */
export function inTurn<T>(
  items: readonly T[],
  act: (item: T, place: number) => Promise<void> | undefined,
  from = 0,
): Promise<void> | undefined {
  for (let place = from; place < items.length; place += 1) {
    const acting = act(items[place] as T, place)
    if (acting !== undefined) return acting.then(() => inTurn(items, act, place + 1))
  }
  return undefined
}
