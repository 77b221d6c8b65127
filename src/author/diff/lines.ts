import type { RuleChange } from './types.ts'

type Lines = RuleChange['lines']

/** Two texts as one: lines that went, lines that came, and those that stayed, by the longest that they have in common. */
export function differingLines(was: readonly string[], is: readonly string[]): Lines {
  const common = was.map(() => is.map(() => 0))
  const at = (row: number, column: number): number => common[row]?.[column] ?? 0
  for (let row = was.length - 1; row >= 0; row -= 1) {
    for (let column = is.length - 1; column >= 0; column -= 1) {
      const found =
        was[row] === is[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      common[row]?.splice(column, 1, found)
    }
  }
  const lines: Lines[number][] = []
  let [row, column] = [0, 0]
  while (row < was.length || column < is.length) {
    const [old, next] = [was[row], is[column]]
    if (old !== undefined && old === next) {
      lines.push({ sign: ' ', text: old })
      row += 1
      column += 1
    } else if (old !== undefined && (next === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ sign: '-', text: old })
      row += 1
    } else {
      lines.push({ sign: '+', text: next ?? '' })
      column += 1
    }
  }
  return lines
}
