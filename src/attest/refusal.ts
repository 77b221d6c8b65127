/** Every reason why a signed result is refused. The list is closed: it is the documentation. */
export type RefusalCode =
  // the signature
  | 'UNSIGNED'
  | 'ENVELOPE_MALFORMED'
  | 'PAYLOAD_TYPE_WRONG'
  | 'KEY_WRONG'
  | 'SIGNATURE_WRONG'
  | 'STATEMENT_MALFORMED'
  // what it was made of
  | 'DESCRIPTOR_CHANGED'
  | 'RULES_CHANGED'
  | 'REGISTRY_CHANGED'
  | 'CONFIGURATION_CHANGED'
  | 'WAIVERS_CHANGED'
  | 'PLAN_CHANGED'
  | 'EVIDENCE_CHANGED'
  | 'SHIPPED_CHANGED'
  // what came of it
  | 'REPORT_CHANGED'
  | 'RESULT_DIFFERS'

export type Refusal = {
  readonly code: RefusalCode
  /** What is wrong, with what was seen. */
  readonly message: string
  /** What to do next. */
  readonly hint: string
}
