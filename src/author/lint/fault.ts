import type { Location } from '../../model/location.ts'

/** Every fault that `lint` finds in a set of rules that can be read. The list is closed: it is the documentation. */
export type FaultCode =
  // what a rule can say
  | 'RULE_NEVER_APPLIES'
  | 'REQUIREMENT_NEVER_MET'
  | 'REQUIREMENT_NEVER_FAILS'
  | 'LEAF_CONSTANT'
  | 'PART_CONSTANT'
  | 'PART_IDLE'
  | 'RULE_UNDECIDED'
  // what two rules say
  | 'RULES_SAME'
  | 'RULE_IMPLIED'
  | 'RULES_CONTRADICT'
  // what is there for nothing, or is not there
  | 'CONDITION_UNUSED'
  | 'CONTROL_UNCHECKED'
  | 'RULE_UNTESTED'
  | 'TITLE_REPEATED'

export type Fault = {
  readonly code: FaultCode
  /** What is wrong, with what was seen. */
  readonly message: string
  /** What to do next. */
  readonly hint: string
  readonly at: Location
}

export const placeOf = ({ at }: Pick<Fault, 'at'>): string => `${at.file}:${at.line}:${at.column}`
