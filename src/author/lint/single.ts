/** What is wrong with one rule by itself. */
import type { Condition } from '../../model/condition.ts'
import { factCatalogue } from '../../model/facts/index.ts'
import type { Rule } from '../../model/rule.ts'
import { type Node, TooLarge } from '../reason/diagram.ts'
import { FAIL, FALSE, PASS, TRUE } from '../reason/kleene.ts'
import type { Scope } from '../reason/scope.ts'
import { leavesOfRule, sharedScope } from '../reason.ts'
import type { Fault } from './fault.ts'
import { allParts, nameOf, type Part } from './parts.ts'

export type RuleParts = { readonly rule: Rule; readonly roots: readonly Part[] }

export type Judged = {
  readonly faults: readonly Fault[]
  /** The rule says something: it can apply, be met, and fail. */
  readonly isTelling: boolean
}

/** A rule of which more cannot be told. */
export const undecided = (rule: Rule, question: string): Fault => ({
  code: 'RULE_UNDECIDED',
  message: `It is not decided whether ${question}: there are too many ways in which the facts of ${rule.id} can stand to one another`,
  hint: 'Split the rule, or compare fewer dates and lengths of time with one another in it.',
  at: rule.at,
})

/** Whether a rule can apply, be met and fail; and parts of it that are always true, or never. Over facts that are stated. */
export function judge(parts: RuleParts): Judged {
  try {
    return judgeIn(scopeFor(parts.rule), parts)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    return { faults: [undecided(parts.rule, 'it says anything')], isTelling: false }
  }
}

export const scopeFor = (rule: Rule): Scope => sharedScope(leavesOfRule(rule), factCatalogue[rule.subject])

function judgeIn(scope: Scope, parts: RuleParts): Judged {
  const { rule, roots } = parts
  const { truth, outcome, isComplete } = scope
  const whole = outcome(rule)
  const applies = rule.when === undefined ? TRUE : truth(rule.when)
  const telling = [
    isNever(scope, applies, TRUE) && neverApplies(rule, roots),
    !isNever(scope, applies, TRUE) && isNever(scope, whole, PASS) && neverMet(roots),
    !isNever(scope, applies, TRUE) && isNever(scope, whole, FAIL) && neverFails(roots),
  ].filter((fault) => fault !== false)
  const constants = roots.flatMap((root) => constantParts(scope, root, telling.length > 0))
  const faults = [...telling, ...constants]
  const certain = faults.length === 0 || isComplete(whole, applies)
  return {
    faults: certain ? faults : [undecided(rule, 'it can apply, be met and fail')],
    isTelling: telling.length === 0,
  }
}

/** Whether a function never has a value where everything is stated. */
function isNever({ diagrams }: Scope, node: Node, wanted: number): boolean {
  return diagrams.find(diagrams.whereStated(node), (value) => value === wanted) === undefined
}

function neverApplies(rule: Rule, [when]: readonly Part[]): Fault {
  return {
    code: 'RULE_NEVER_APPLIES',
    message: `${rule.id} can never apply: no facts make its "when" true`,
    hint: 'Correct the "when", or remove the rule.',
    at: when?.at ?? rule.at,
  }
}

function neverMet(roots: readonly Part[]): Fault | false {
  const root = roots.at(-1)
  return (
    root !== undefined && {
      code: 'REQUIREMENT_NEVER_MET',
      message: 'Where the rule applies, its requirement can never be met: no facts make "require" true',
      hint: 'Correct the "require". To forbid a thing, say in "when" what is forbidden with, and require its absence.',
      at: root.at,
    }
  )
}

function neverFails(roots: readonly Part[]): Fault | false {
  const root = roots.at(-1)
  return (
    root !== undefined && {
      code: 'REQUIREMENT_NEVER_FAILS',
      message: 'Where the rule applies, its requirement can never fail: no stated facts make "require" false',
      hint: 'Correct the "require", or remove the rule: it asks for nothing.',
      at: root.at,
    }
  )
}

/** The smallest parts that are never true where everything is stated, or never false; a vague date leaves either open. */
function constantParts(scope: Scope, root: Part, rootIsTold: boolean): readonly Fault[] {
  const isConstant = (part: Part): Node | undefined => {
    const node = scope.truth(part.condition)
    if (isNever(scope, node, TRUE)) return FALSE
    return isNever(scope, node, FALSE) ? TRUE : undefined
  }
  return allParts(root).flatMap((part) => {
    const constant = isConstant(part)
    if (constant === undefined || part.of.some((inner) => isConstant(inner) !== undefined)) return []
    if (rootIsTold && (part === root || leadsTo(root, part))) return []
    const always = constant === TRUE ? 'always' : 'never'
    return [
      part.condition.kind === 'leaf'
        ? {
            code: 'LEAF_CONSTANT' as const,
            message: `${nameOf(part)} is ${always} true, whatever is stated`,
            hint: constantHint(part.condition),
            at: part.at,
          }
        : {
            code: 'PART_CONSTANT' as const,
            message: `${capital(nameOf(part))} is ${always} true${part.definedIn === undefined ? '' : `, in "${part.definedIn}"`}: its parts ${constant === TRUE ? 'leave nothing out' : 'exclude one another'}`,
            hint: 'Correct the values or the operators in it, or remove it.',
            at: part.at,
          },
    ]
  })
}

function constantHint(condition: Condition): string {
  const lists = condition.kind === 'leaf' && (condition.operator === 'in' || condition.operator === 'notIn')
  return lists
    ? 'The list names every value there is: leave some out, or remove the leaf.'
    : 'Correct it, or remove it.'
}

/** Whether a root is nothing but a name for a part or its contrary, and so is all that lies on the way. */
function leadsTo(root: Part, part: Part): boolean {
  const [only] = root.of
  const isOne = root.condition.kind === 'named' || root.condition.kind === 'not'
  return isOne && only !== undefined && (only === part || leadsTo(only, part))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
