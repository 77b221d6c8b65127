import { type Cell, cellsOf, type Group } from './cells.ts'

/**
 * The cells of numbers. Exact: in the order of numbers, `k` of them can stand in a gap between constants only as they
 * can at the next `k` steps after its lower end; so those are tried for whole numbers, and `k` points between any two of
 * them for others.
 */
export function numberCells(group: Group, isWhole: (fact: string) => boolean): readonly Cell[] {
  const room = group.facts.length
  const constants = group.leaves.flatMap(({ value }) => (value.kind === 'literal' ? [Number(value.value)] : []))
  const steps = Array.from({ length: 2 * room + 1 }, (_, index) => index - room)
  const around = [0, ...constants].flatMap((constant) =>
    [Math.floor(constant), Math.ceil(constant)].flatMap((whole) => steps.map((step) => whole + step)),
  )
  const whole = sorted(around)
  const grid = sorted([...around, ...constants])
  const between = grid.slice(1).flatMap((above, index) => {
    const below = grid[index] as number
    return Array.from({ length: room }, (_, part) => below + ((above - below) * (part + 1)) / (room + 1))
  })
  const counts = whole.filter((number) => number >= 0)
  const numbers = sorted([...grid, ...between])
  const candidates = new Map(group.facts.map((fact) => [fact, isWhole(fact) ? counts : numbers]))
  return cellsOf(group, candidates, 0)
}

const sorted = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b)
