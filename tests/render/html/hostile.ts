import type { Report } from '../../../src/model/generated/report.ts'

/** What would act, close an element, leave an attribute, end a script, or turn text round. */
export const nasty = `</script></style></textarea><script>alert(1)</script><img src=x onerror=alert(2)>"'\`&amp;\u202egnp.exe\u2066\u2028\u2029<!--]]>`

/** Keys whose values are of a fixed set, or address what is on the page. */
const fixed = new Set([
  'outcome',
  'level',
  'basis',
  'kind',
  'truth',
  'result',
  'failLevel',
  'secondOpinion',
  'asOf',
  'validUntil',
  'operator',
  'applies',
  'eea',
  'personal',
  'confidential',
  'client',
  'special',
  'jurisdiction',
  'criterion1',
  'criterion2',
  'criterion3',
  'isTransfer',
  'isUkTransfer',
  'onward',
  'says',
  'shownTo',
  'from',
  'to',
  'node',
  'id',
  'rule',
  'fact',
])

/** A report in which every free text is hostile. */
export function hostile(report: Report): Report {
  const twisted = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return fixed.has(key) || /^(true|false|unknown)$/.test(value) ? value : `${value}${nasty}`
    if (Array.isArray(value)) return value.map((one) => twisted(one, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, twisted(one, name)]))
  }
  return twisted(report, '') as Report
}
