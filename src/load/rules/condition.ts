import type { Condition } from '../../model/condition.ts'
import { seen } from '../../text/harmless.ts'
import { nearest, oneOf, suggest } from '../../text/nearest.ts'
import { checkLeaf, type Facts } from './leaf.ts'
import { inside, isMapping, type Place, type Problems } from './problems.ts'

/** What a condition may refer to. */
export type Scope = {
  readonly facts: Facts
  readonly names: readonly string[]
  /** A named condition for the facts of this scope; `undefined` if there is something wrong in it. */
  readonly named: (name: string, scope: Scope) => Condition | undefined
  /** The named conditions that are being resolved, outermost first. */
  readonly trail: readonly string[]
  readonly problems: Problems
}

const branches = ['all', 'any', 'not', 'condition'] as const
const leafKeys = ['fact', 'operator', 'value'] as const

/** The condition that a rule or a pack states at its root: one of all, any, not and condition. */
export function checkRoot(value: unknown, place: Place, scope: Scope): Condition | undefined {
  const condition = check(value, place, scope)
  if (!isMapping(value) || !leafKeys.some((key) => Object.hasOwn(value, key))) return condition
  if (branches.some((key) => Object.hasOwn(value, key))) return undefined
  const message = 'a leaf cannot stand alone at the root of a condition'
  scope.problems.add(place, {
    code: 'CONDITION_SHAPE',
    message,
    hint: 'Put it in a list: all: [{ fact, operator, value }].',
  })
  return undefined
}

/** Checks everything in a condition, and gives it if nothing was wrong. */
function check(value: unknown, place: Place, scope: Scope): Condition | undefined {
  if (!isMapping(value)) {
    const message = `expected a condition, saw ${seen(value)}`
    scope.problems.add(place, {
      code: 'CONDITION_SHAPE',
      message,
      hint: 'Write a mapping with all, any, not, condition or fact.',
    })
    return undefined
  }
  const sound = checkKeys(value, place, scope.problems)
  const used = branches.filter((key) => Object.hasOwn(value, key))
  const parts = used.map((key) => checkBranch(key, value[key], inside(place, key), scope))
  if (!sound) return undefined
  return used.length === 0 ? checkLeaf(value, place, scope.facts, scope.problems) : parts[0]
}

/** The library takes the first key it knows and ignores the others, so that there must be exactly one. */
function checkKeys(value: Readonly<Record<string, unknown>>, place: Place, problems: Problems): boolean {
  const keys = Object.keys(value)
  const known: readonly string[] = [...branches, ...leafKeys]
  const complain = (key: string, message: string, hint: string): void =>
    problems.add(inside(place, key), { code: 'CONDITION_SHAPE', message, hint }, 'key')
  const strange = keys.filter((key) => !known.includes(key))
  for (const key of strange) {
    const meant = nearest(key, known)
    const hint = meant === undefined ? `Remove it. A condition has ${oneOf(known)}.` : `Did you mean "${meant}"?`
    complain(key, `${seen(key)} does not belong in a condition`, hint)
  }
  const used = keys.filter((key) => (branches as readonly string[]).includes(key))
  const ofLeaf = keys.filter((key) => (leafKeys as readonly string[]).includes(key))
  for (const key of used.slice(1))
    complain(key, `"${used[0]}" and "${key}" in one condition`, 'Put one inside the other.')
  if (used.length > 0) {
    for (const key of ofLeaf)
      complain(key, `"${used[0]}" and "${key}" in one condition`, 'Make the leaf a condition of its own.')
    return strange.length === 0 && used.length === 1 && ofLeaf.length === 0
  }
  const lacking = leafKeys.filter((key) => !ofLeaf.includes(key))
  if (lacking.length === 0) return strange.length === 0
  const message = ofLeaf.length === 0 ? 'the condition says nothing' : `the condition lacks ${oneOf(lacking)}`
  const hint = 'Use one of all, any, not, condition; or fact, operator and value together.'
  problems.add(place, { code: 'CONDITION_SHAPE', message, hint })
  return false
}

function checkBranch(
  key: (typeof branches)[number],
  value: unknown,
  place: Place,
  scope: Scope,
): Condition | undefined {
  if (key === 'condition') return checkNamed(value, place, scope)
  if (key === 'not') {
    const of = check(value, place, scope)
    return of && { kind: 'not', of }
  }
  if (!Array.isArray(value) || value.length === 0) {
    const message = `"${key}" wants a list of at least one condition, saw ${seen(value)}`
    const hint = 'List the conditions. An empty list would be true, whatever the facts are.'
    scope.problems.add(place, { code: 'CONDITION_SHAPE', message, hint })
    return undefined
  }
  const parts = value.map((part, position) => check(part, inside(place, position), scope))
  const of = parts.filter((part) => part !== undefined)
  return of.length === parts.length ? { kind: key, of } : undefined
}

function checkNamed(name: unknown, place: Place, scope: Scope): Condition | undefined {
  if (typeof name !== 'string' || !scope.names.includes(name)) {
    const message = `${seen(name)} is not a condition of this pack`
    scope.problems.add(place, { code: 'CONDITION_UNKNOWN', message, hint: suggest(String(name), scope.names) })
    return undefined
  }
  if (scope.trail.includes(name)) {
    const circle = [...scope.trail.slice(scope.trail.indexOf(name)), name].join(' -> ')
    const hint = 'Break the circle: a condition cannot be decided by itself.'
    scope.problems.add(place, {
      code: 'CONDITION_CIRCULAR',
      message: `the condition refers to itself: ${circle}`,
      hint,
    })
    return undefined
  }
  const of = scope.named(name, scope)
  return of && { kind: 'named', name, of }
}
