import type { Report } from '../model/generated/report.ts'
import { type Audience, audiences } from './audiences.ts'
import { forClients } from './client.ts'
import { forEngineers } from './engineer.ts'
import { leftOut } from './left-out.ts'

/** What a Report holds already: one that was reduced has lost the rest. */
export const audienceOf = ({ reduced }: Pick<Report, 'reduced'>): Audience => reduced?.audience ?? 'auditor'

/** Whether a Report still has all that an audience gets. */
export const canBeFor = (report: Pick<Report, 'reduced'>, audience: Audience): boolean =>
  audiences.indexOf(audience) <= audiences.indexOf(audienceOf(report))

const why = {
  engineer: 'Evidence that is marked for auditors alone is left out.',
  client: "The firm's internal policies, accounts, people, reviews and evidence are left out.",
} as const

/**
 * A Report without what its audience may not see. The verdict, the counts and the digests stay those of the whole.
 * A Report that `canBeFor` refuses is not for this function.
 */
export function reduce(report: Report, audience: Audience): Report {
  if (audience === 'auditor' || audience === audienceOf(report)) return report
  const left = leftOut(report.reduced?.leftOut)
  const rest = forEngineers(report, left)
  const kept = audience === 'engineer' ? rest : forClients(rest, left)
  return { ...kept, reduced: { audience, why: why[audience], leftOut: left.list() } }
}
