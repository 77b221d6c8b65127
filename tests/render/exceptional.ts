/** A report with every kind of exception: waived, ended, not needed, changed, at fault, and in the baseline. */
import type { Report } from '../../src/model/generated/report.ts'
import { baselineOf, withBaseline } from '../../src/settle/baseline.ts'
import {
  alsoWrong,
  disclosure,
  findingOn,
  promising,
  report,
  rightModule,
  unknownRoles,
  waiverOf,
  wrongModule,
} from '../settle/sample.ts'

const rule = 'sample/modules'
const another = (id: string) => disclosure(id, wrongModule.facts)
const subjects = [rightModule, unknownRoles, wrongModule, alsoWrong, another('returns'), another('samples')]
const open = report(subjects, { workspace: promising() })
const on = (subject: string) => findingOn(open, rule, subject)

const waivers = [
  waiverOf(on('crm-data')),
  waiverOf(on('returns'), { expires: '2031-12-26' }, 20),
  waiverOf(on('samples'), { factsDigest: '0'.repeat(16) }, 30),
  waiverOf(on('visits'), {}, 40),
  waiverOf(on('crm-data'), { rule: 'sample/*' }, 50),
]

const waived: Report = report(subjects, { workspace: promising(waivers) })

const at = { file: 'baseline.json', line: 6, column: 7, endLine: 6, endColumn: 13 }
const entries = baselineOf([report([rightModule, unknownRoles, alsoWrong], { workspace: promising() })]).baseline
  .findings
const fixed = {
  engagement: 'portal',
  rule,
  subject: { kind: 'disclosure', id: 'visits' },
  outcome: 'fail',
  id: on('visits').id,
} as const

/** The same, with a baseline that holds a fail and an unknown, and an entry that holds nothing any more. */
export const exceptional: Report = withBaseline(waived, {
  file: 'baseline.json',
  entries: [...entries, fixed].map((entry) => ({ ...entry, at })),
})

/** All that fails is in the baseline. */
export const excused: Report = withBaseline(
  report([rightModule, unknownRoles, alsoWrong], { workspace: promising() }),
  {
    file: 'baseline.json',
    entries: entries.map((entry) => ({ ...entry, at })),
  },
)
