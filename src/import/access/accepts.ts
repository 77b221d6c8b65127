import type { Head } from '../importer.ts'

/** The first key of the object that a JSON text is, or of the first object of the list that it is. */
const firstKeys = (text: string): string | undefined => /^\s*(?:\[\s*)*\{\s*"([^"\\]{1,200})"\s*:/.exec(text)?.[1]

/** The names of the columns of a table. */
function columnsOf(text: string): readonly string[] {
  const end = text.search(/[\r\n]/)
  const line = end < 0 ? text : text.slice(0, end)
  return line.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
}

const isJson = (text: string): boolean => /^\s*[{[]/.test(text)

const hasKey = (text: string, key: string): boolean => new RegExp(`"${key}"\\s*:`).test(text)

export const isCredentialReport = ({ text }: Head): boolean =>
  isJson(text)
    ? /^\s*\{/.test(text) && hasKey(text, 'Content') && (hasKey(text, 'ReportFormat') || hasKey(text, 'GeneratedTime'))
    : ['user', 'arn', 'password_enabled', 'mfa_active'].filter((name) => columnsOf(text).includes(name)).length >= 2

export const isAuthorizationDetails = ({ text }: Head): boolean =>
  isJson(text) &&
  ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'IsTruncated', 'Marker', 'Policies'].includes(
    firstKeys(text) ?? '',
  )

/** Our own columns; one that is misspelt is for the importer to say. */
export const isAccountsCsv = ({ text }: Head): boolean => {
  const columns = columnsOf(text)
  return !isJson(text) && (columns.includes('login') || columns.filter((name) => ownColumns.includes(name)).length >= 3)
}

/** Those that other exports do not have. */
const ownColumns: readonly string[] = [
  'system',
  'kind',
  'active',
  'administrative',
  'mfa',
  'holders',
  'owner',
  'holder_left_on',
  'revoked_on',
  'last_used_on',
  'collected_on',
]
