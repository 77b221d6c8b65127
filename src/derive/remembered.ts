/** Answers about an engagement that several subjects ask for, kept for as long as the scene of it is. */
export type Memory<T> = WeakMap<object, Map<string, T>>

/** The answer of before, or the one that is made now. */
export function remembered<T>(memory: Memory<T>, scene: object, question: string, make: () => T): T {
  let answers = memory.get(scene)
  if (answers === undefined) {
    answers = new Map()
    memory.set(scene, answers)
  }
  const before = answers.get(question)
  if (before !== undefined) return before
  const made = make()
  answers.set(question, made)
  return made
}

/** What follows from an object, made once and kept for as long as that object is. */
export function onceFor<T extends object, More extends readonly unknown[], U>(
  follows: (one: T, ...more: More) => U,
): (one: T, ...more: More) => U {
  const known = new WeakMap<T, { readonly made: U }>()
  return (one, ...more) => {
    const before = known.get(one)
    if (before !== undefined) return before.made
    const made = follows(one, ...more)
    known.set(one, { made })
    return made
  }
}
