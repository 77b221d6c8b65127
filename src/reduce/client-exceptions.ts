import type { Location, Report } from '../model/generated/report.ts'
import type { ClientRules } from './client-rules.ts'
import type { LeftOut } from './left-out.ts'

type Shown = Pick<Report, 'exceptions'> & Pick<Partial<Report>, 'baseline'>

type Context = {
  readonly rules: ClientRules
  readonly idOf: (id: string) => string
  readonly elsewhere: Location
}

const hidden = 'not shown'

/**
 * Waivers and the baseline as clients get them: that they are there and what they do, but not who answers for them, and
 * why. What a waiver names is shown where it is a finding of this Report; anything else is a text of the firm's own.
 */
export function exceptionsForClients(report: Report, { rules, idOf, elsewhere }: Context, left: LeftOut): Shown {
  const { exceptions, baseline } = report
  const found = new Set(report.findings.map(({ id }) => id))
  left.note('details of waivers', exceptions.length)
  left.note('entries of the baseline', (baseline?.fixed.length ?? 0) + (baseline?.ignored.length ?? 0))
  return {
    exceptions: exceptions.map(({ status, level, title, rule, subject, finding, waiver }, at) => {
      const isKnown = finding !== undefined && found.has(finding)
      return {
        id: `waiver-${at + 1}`,
        status,
        ...(level === undefined ? {} : { level, remedy: 'Ask the firm.' }),
        title,
        message: title,
        rule: isKnown ? rules.idOf(rule) : hidden,
        subject: isKnown
          ? { kind: subject.kind, id: rules.subjectOf(subject.kind, subject.id) }
          : { kind: hidden, id: hidden },
        ...(isKnown ? { finding: idOf(finding) } : {}),
        waiver: {
          reason: hidden,
          owner: hidden,
          approver: hidden,
          ticket: hidden,
          expires: waiver.expires,
          at: elsewhere,
        },
        at: elsewhere,
      }
    }),
    ...(baseline === undefined
      ? {}
      : {
          baseline: {
            file: hidden,
            excuses: baseline.excuses,
            new: baseline.new,
            held: baseline.held,
            fixed: [],
            ignored: [],
          },
        }),
  }
}
