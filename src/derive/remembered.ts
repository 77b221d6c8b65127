import type { Scene } from './scene.ts'

/** Answers about an engagement that several subjects ask for, kept for as long as the engagement is. */
export type Memory<T> = WeakMap<Scene, Map<string, T>>

/** The answer of before, or the one that is made now. */
export function remembered<T>(memory: Memory<T>, scene: Scene, question: string, make: () => T): T {
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
