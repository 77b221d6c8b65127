import type { RefusalCode } from '../attest/refusal.ts'
import type { FaultCode } from '../author/lint/fault.ts'
import type { DiagnosticCode } from '../model/diagnostic.ts'

/** What each problem means, for `douane show <code>`. A code without words does not compile. */
export const meanings: Readonly<Record<DiagnosticCode, string>> = {
  FILE_NOT_FOUND: 'A file, folder or pattern that was named leads to nothing.',
  FILE_UNREADABLE: 'A file is there, but the system does not let it be read.',
  FILE_TOO_LARGE: 'A file is larger than what is read.',
  FILE_UNWRITABLE: 'A file cannot be written where it was asked for, so that what should be in it is not there.',
  FILE_EXISTS: 'A file that is to be new is there already. It is not replaced unless --force says so.',
  NO_INPUT: 'Nothing was named to check, or no engagement is in what was named.',
  ENCODING_INVALID: 'A file is not UTF-8 text.',
  SYNTAX: 'A text is not YAML, or not JSON.',
  DUPLICATE_KEY: 'A mapping has a key twice, so that it is not clear which one is meant.',
  FORBIDDEN_KEY: 'A key has a name that programs could take for something of their own, such as __proto__.',
  ALIAS_LIMIT: 'Aliases repeat more than what is read, or a value contains itself.',
  DEPTH_LIMIT: 'Lists and mappings are nested deeper than what is read.',
  SIZE_LIMIT: 'There is more of something than what is read or listed.',
  YAML_FEATURE: 'A feature of YAML is used that descriptors do not need: a custom tag, a merge key, a directive.',
  EMPTY_DOCUMENT: 'A file, or a part of it between two "---" lines, holds nothing.',
  API_VERSION_UNKNOWN: 'A document has a format version that this version of douane does not know.',
  KIND_UNKNOWN: 'A document is of a kind that does not exist.',
  KIND_UNEXPECTED: 'A document is of a kind that does not belong where it was given.',
  KEY_UNKNOWN: 'A mapping has a key that means nothing there: mostly a slip of spelling.',
  KEY_MISSING: 'A mapping lacks a key without which it says nothing.',
  TYPE_MISMATCH: 'A value is of another type than its key wants: a text for a list, say.',
  VALUE_NOT_ALLOWED: 'A value is none of those that its key may have.',
  FORMAT_INVALID: 'A text does not have the form of a date, an id or a reference.',
  SCHEMA_MISMATCH: 'A value does not fit the schema in another way.',
  ID_DUPLICATE: 'Two things have one id, so that a reference to it could mean either.',
  REFERENCE_UNKNOWN: 'A name refers to nothing that is declared.',
  PROVIDER_UNKNOWN: 'The registry has no such provider. Add one with --registry, or in the same file.',
  SERVICE_UNKNOWN: 'The registry knows the provider, and no such service of it.',
  REGION_UNKNOWN:
    "The table of regions that the service uses has no such code. A guess from a code's prefix could be wrong.",
  TERM_UNKNOWN: 'The vocabulary has no such category, group of people or purpose.',
  SOURCE_UNKNOWN: 'The registry of sources has no such document.',
  CONTRADICTION: 'Two statements cannot both be true; or a statement denies what the registry knows.',
  AMBIGUOUS: 'Two statements claim the same place, so that it is not clear which one counts.',
  FACT_UNKNOWN: 'A rule names a fact that its subject does not have.',
  FACT_TYPE: 'A rule uses a fact in a way that does not fit its type.',
  OPERATOR_UNKNOWN: 'A rule names an operator that does not exist.',
  OPERATOR_MISFIT: 'A rule uses an operator that does not fit the type of the fact.',
  CONDITION_SHAPE: 'A condition is not built as the grammar wants it.',
  CONDITION_UNKNOWN: 'A rule names a condition that its pack does not have.',
  CONDITION_CIRCULAR: 'A named condition refers to itself.',
  CONTROL_UNKNOWN: 'A rule names a control that no pack publishes.',
  PACKAGE_NOT_FOUND: 'A configuration names an npm package that is not installed, or that has no such folder.',
  NOT_CONFIGURABLE:
    'A configuration would lower or leave out what it cannot: a rule of law, or one from which there is no exception.',
  NOT_WAIVABLE: 'A waiver was asked for from a rule of law, or from one from which there is no exception.',
  IMPORT_FORMAT_UNKNOWN: 'A file of --plan or --evidence is of none of the formats that can be read.',
  IMPORT_VERSION: 'A file of another tool is in a version of its format that is not known here.',
  IMPORT_EMPTY: 'A file of another tool has nothing in it.',
  IMPORT_ENCODING: 'A file of another tool is not in UTF-8.',
  IMPORT_BINARY: 'A file of another tool is an archive, such as a plan that was not written out as JSON.',
  IMPORT_SYNTAX: 'A file of another tool is not well-formed JSON, YAML or CSV.',
  IMPORT_TRUNCATED: 'A file of another tool ends in the middle, so that what is missing cannot be told.',
  IMPORT_TOO_DEEP: 'A file of another tool is nested more deeply than anything that its tool writes.',
  IMPORT_MALFORMED: 'A file of another tool is not built as its format says.',
  IMPORT_NOTHING: 'A file of another tool holds nothing that could be checked.',
  KEY_UNSUITABLE:
    'A key cannot be used: it is of the wrong half or of another kind, it is encrypted, or it is no key in PEM.',
  NOT_SIGNABLE: 'What is to be signed is not one whole result: there are several, or it was reduced for an audience.',
  FLAG_INVALID: 'A flag or argument of the command line is not one that it takes.',
  NOTHING_EVALUATED:
    'No rule applied to anything that the engagement describes, so that neither yes nor no can be said.',
  SECOND_OPINION:
    'json-rules-engine decided an outcome differently. Nothing is concluded until it is known which is wrong.',
  INTERNAL: 'A mistake in douane itself.',
}

/** What each fault means that `douane lint` finds, for `douane show <code>`. */
export const faultMeanings: Readonly<Record<FaultCode, string>> = {
  RULE_NEVER_APPLIES: 'No facts make the "when" of a rule true, so that it is not applicable to anything.',
  REQUIREMENT_NEVER_MET: 'Where a rule applies, no facts make its "require" true: nothing could ever pass.',
  REQUIREMENT_NEVER_FAILS: 'Where a rule applies, no stated facts make its "require" false: it asks for nothing.',
  LEAF_CONSTANT:
    'A leaf has one truth whatever is stated: a list with every value there is, a count that is less than none.',
  PART_CONSTANT:
    'A part of a condition has one truth whatever is stated: an interval or a span of days with nothing in it, say.',
  PART_IDLE:
    'A part of a condition can be left out, and every outcome stays the same where everything is stated. A part of a named condition is idle if it is so in every rule that uses the condition.',
  RULE_UNDECIDED:
    'There are too many ways in which the dates, lengths of time or numbers of a rule can stand to one another, or months are compared with days, so that a question about it has no certain answer.',
  RULES_SAME:
    'Two rules of one pack, or for one control, have the same outcome on every subject, where everything is stated.',
  RULE_IMPLIED:
    'Wherever a rule fails, another of the same level fails as well, which checks the same controls in no more cases.',
  RULES_CONTRADICT:
    'Two rules apply to one case, each of which can be met there, but never both. A rule that forbids the case itself contradicts nothing.',
  CONDITION_UNUSED: 'A pack names a condition that none of its rules uses.',
  CONTROL_UNCHECKED: 'A pack publishes a control that no rule of any pack checks.',
  RULE_UNTESTED: 'A rule has no tests beside it.',
  TITLE_REPEATED: 'Two rules of a pack have one title, so that a report could not tell them apart.',
}

/** Why `douane verify` refuses a result, for `douane show <code>`. */
export const refusalMeanings: Readonly<Record<RefusalCode, string>> = {
  UNSIGNED: 'There is no signature: it was never there, or somebody has taken it away.',
  ENVELOPE_MALFORMED: 'An envelope is not built as DSSE wants it, or its base64 has more than one reading.',
  PAYLOAD_TYPE_WRONG: 'An envelope says that it holds something else than an in-toto statement.',
  KEY_WRONG: 'A result was signed with another key than the one that it is verified with.',
  SIGNATURE_WRONG: 'A signature does not fit what it stands under: one of the two was changed after signing.',
  STATEMENT_MALFORMED: 'A signature is good, but what was signed is not a result of douane.',
  DESCRIPTOR_CHANGED: 'The descriptor is not the one that was signed, byte by byte.',
  RULES_CHANGED: 'The rules besides the shipped ones are not those that were signed.',
  REGISTRY_CHANGED: 'The registry documents besides the shipped ones are not those that were signed.',
  CONFIGURATION_CHANGED: 'The configuration is not the one that was signed.',
  WAIVERS_CHANGED: 'The waivers are not those that were signed.',
  PLAN_CHANGED: 'What infrastructure code is about to deploy is not what was signed.',
  EVIDENCE_CHANGED: 'The evidence of who can log in is not what was signed.',
  SHIPPED_CHANGED: 'The rules and the registry that were signed as shipped are not those that are there.',
  REPORT_CHANGED: 'A Report is not the one that was signed.',
  RESULT_DIFFERS: 'The signature and the inputs are good, but deciding again comes to something else than was signed.',
}
