/**
 * Answers about one engagement that several subjects ask for, kept in its scene and gone with it. In a `WeakMap` of a
 * module they would outlive it: what such a map leads to is kept, whatever became of its keys, until V8 next goes through
 * the whole heap.
 */
export class Answers {
  private readonly given = new Map<object, Map<unknown, unknown>>()

  /** Those to one question. */
  to(question: object): Map<unknown, unknown> {
    const before = this.given.get(question)
    if (before !== undefined) return before
    const answers = new Map<unknown, unknown>()
    this.given.set(question, answers)
    return answers
  }
}

/** Whatever answers are kept in: the scene of an engagement. */
type Remembering = { readonly answers: Answers }

/** What follows from one thing in an engagement, found out once and remembered in its scene. */
export function onceFor<One, Scene extends Remembering, T>(
  follows: (one: One, scene: Scene) => T,
): (one: One, scene: Scene) => T {
  return (one, scene) => {
    const known = scene.answers.to(follows)
    const before = known.get(one) as T | undefined
    if (before !== undefined || known.has(one)) return before as T
    const made = follows(one, scene)
    known.set(one, made)
    return made
  }
}

/** What follows from an engagement as a whole, found out once. */
export function onceIn<Scene extends Remembering, T>(follows: (scene: Scene) => T): (scene: Scene) => T {
  const ofScene = onceFor((_: '', scene: Scene) => follows(scene))
  return (scene) => ofScene('', scene)
}

/** The answer to a question about one thing: that of before, or the one that is made now. A question is known by itself. */
export function remembered<T>(question: object, one: unknown, { answers }: Remembering, make: () => T): T {
  const known = answers.to(question)
  const before = known.get(one) as T | undefined
  if (before !== undefined || known.has(one)) return before as T
  const made = make()
  known.set(one, made)
  return made
}
