import type { Leaf } from '../../model/condition.ts'
import type { FactDefinition, FactValue } from '../../model/fact.ts'
import type { Assignment, Diagrams, Node } from './diagram.ts'
import { FALSE, opposite, TRUE, truthNode, UNKNOWN } from './kleene.ts'

/**
 * Facts of finitely many values. A boolean or one value of an enumeration is one variable, of which 0 is absence; a set
 * is a variable that says whether it is there, and one for each of its members.
 */
export type Finite = {
  readonly leaf: (leaf: Leaf) => Node
  /** The facts' values in an assignment. */
  readonly facts: (assignment: Assignment) => Readonly<Record<string, FactValue>>
}

type Definitions = Readonly<Record<string, FactDefinition>>

export function finiteFacts(definitions: Definitions, diagrams: Diagrams): Finite {
  const known = new Set<string>()
  const definition = (fact: string): FactDefinition => {
    const found = definitions[fact]
    if (found === undefined) throw new Error(`a rule that was not type-checked: ${fact}`)
    return found
  }

  function declare(fact: string): void {
    if (known.has(fact)) return
    known.add(fact)
    const { type } = definition(fact)
    if (type === 'set') diagrams.variable({ name: fact, size: 2, stated: [false, true] })
    else {
      const stated = [false, ...valuesOf(definition(fact)).map(() => true)]
      diagrams.variable({ name: fact, size: stated.length, stated })
    }
  }

  function scalar(fact: string, of: (value: FactValue) => Node): Node {
    declare(fact)
    return diagrams.choose(fact, [UNKNOWN, ...valuesOf(definition(fact)).map(of)])
  }

  /** Whether a set has a member; a value that it cannot have, it has not. */
  function member(fact: string, value: string): Node {
    declare(fact)
    if (!valuesOf(definition(fact)).includes(value)) return diagrams.choose(fact, [UNKNOWN, FALSE])
    const name = memberOf(fact, value)
    diagrams.variable({ name, size: 2, stated: [true, true] })
    return diagrams.choose(fact, [UNKNOWN, diagrams.choose(name, [FALSE, TRUE])])
  }

  /** The leaf without its negation. */
  function positive({ fact, value }: Leaf): Node {
    const isSet = definition(fact).type === 'set'
    if (value.kind === 'fact') {
      const other = value.fact
      if (isSet) return scalar(other, (one) => member(fact, String(one)))
      return scalar(fact, (one) => scalar(other, (another) => truthNode(one === another)))
    }
    const literal = value.kind === 'literal' ? value.value : ''
    if (isSet) return member(fact, String(literal))
    const wanted: readonly unknown[] = Array.isArray(literal) ? literal : [literal]
    return scalar(fact, (one) => truthNode(wanted.includes(one)))
  }

  return {
    leaf: (leaf) => {
      const node = positive(leaf)
      return negative.has(leaf.operator) ? diagrams.combine(opposite, node, FALSE) : node
    },
    facts: (assignment) => {
      const facts: Record<string, FactValue> = {}
      for (const fact of known) {
        const chosen = assignment.get(fact)
        if (chosen === undefined || chosen === 0) continue
        const values = valuesOf(definition(fact))
        facts[fact] =
          definition(fact).type === 'set'
            ? values.map(String).filter((value) => assignment.get(memberOf(fact, value)) === 1)
            : (values[chosen - 1] as FactValue)
      }
      return facts
    },
  }
}

const negative: ReadonlySet<Leaf['operator']> = new Set(['notEqual', 'notIn', 'doesNotContain'])

const memberOf = (fact: string, value: string): string => `${fact} has ${value}`

const valuesOf = ({ type, values = [] }: FactDefinition): readonly (boolean | string)[] =>
  type === 'boolean' ? [false, true] : values
