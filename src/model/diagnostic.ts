import type { Location } from './location.ts'

/**
 * Every way in which an input can be wrong. The list is closed: it is the documentation.
 * A diagnostic means that the tool could not tell (exit 2); what the policy says of a readable input is a finding.
 */
export type DiagnosticCode =
  // reading
  | 'FILE_NOT_FOUND'
  | 'FILE_UNREADABLE'
  | 'FILE_TOO_LARGE'
  | 'FILE_UNWRITABLE'
  | 'FILE_EXISTS'
  | 'NO_INPUT'
  | 'ENCODING_INVALID'
  // text
  | 'SYNTAX'
  | 'DUPLICATE_KEY'
  | 'FORBIDDEN_KEY'
  | 'ALIAS_LIMIT'
  | 'DEPTH_LIMIT'
  | 'SIZE_LIMIT'
  | 'YAML_FEATURE'
  // documents
  | 'EMPTY_DOCUMENT'
  | 'API_VERSION_UNKNOWN'
  | 'KIND_UNKNOWN'
  | 'KIND_UNEXPECTED'
  // schema
  | 'KEY_UNKNOWN'
  | 'KEY_MISSING'
  | 'TYPE_MISMATCH'
  | 'VALUE_NOT_ALLOWED'
  | 'FORMAT_INVALID'
  | 'SCHEMA_MISMATCH'
  // references and contradictions
  | 'ID_DUPLICATE'
  | 'REFERENCE_UNKNOWN'
  | 'PROVIDER_UNKNOWN'
  | 'SERVICE_UNKNOWN'
  | 'REGION_UNKNOWN'
  | 'TERM_UNKNOWN'
  | 'SOURCE_UNKNOWN'
  | 'CONTRADICTION'
  | 'AMBIGUOUS'
  // rules
  | 'FACT_UNKNOWN'
  | 'FACT_TYPE'
  | 'OPERATOR_UNKNOWN'
  | 'OPERATOR_MISFIT'
  | 'CONDITION_SHAPE'
  | 'CONDITION_UNKNOWN'
  | 'CONDITION_CIRCULAR'
  | 'CONTROL_UNKNOWN'
  // configuration
  | 'PACKAGE_NOT_FOUND'
  | 'NOT_CONFIGURABLE'
  | 'NOT_WAIVABLE'
  // files of other tools
  | 'IMPORT_FORMAT_UNKNOWN'
  | 'IMPORT_VERSION'
  | 'IMPORT_EMPTY'
  | 'IMPORT_ENCODING'
  | 'IMPORT_BINARY'
  | 'IMPORT_SYNTAX'
  | 'IMPORT_TRUNCATED'
  | 'IMPORT_TOO_DEEP'
  | 'IMPORT_MALFORMED'
  | 'IMPORT_NOTHING'
  // signing
  | 'KEY_UNSUITABLE'
  | 'NOT_SIGNABLE'
  // running
  | 'FLAG_INVALID'
  | 'NOTHING_EVALUATED'
  | 'SECOND_OPINION'
  | 'INTERNAL'

/** One problem in an input: what was seen, where, and what to do about it. */
export type Diagnostic = {
  readonly code: DiagnosticCode
  /** What is wrong, with the value that was seen. */
  readonly message: string
  /** What to do next. */
  readonly hint: string
  /** Absent only where no file is concerned, as for a flag. */
  readonly at?: Location
}
