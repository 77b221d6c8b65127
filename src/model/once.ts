/** What is made when it is first asked for, and kept; what it was made from is let go. */
export function once<T>(make: () => T): () => T {
  let making: (() => T) | undefined = make
  let made: T | undefined
  return () => {
    if (making !== undefined) {
      made = making()
      making = undefined
    }
    return made as T
  }
}
