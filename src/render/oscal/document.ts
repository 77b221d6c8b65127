import type { Report } from '../../model/generated/report.ts'
import { hrefOf, property, prose, uuidOf } from './parts.ts'
import { resultOf, type Subject } from './result.ts'

/**
 * One document over all reports, with a result for each. Nothing in it is of now: every time is an as-of, and every UUID
 * is made of names, so that the same reports give the same bytes.
 */
export function assessmentResults(reports: readonly Report[]) {
  const subjects = subjectsOf(reports)
  const lastModified = reports
    .map(({ asOf }) => asOf)
    .sort((one, other) => Date.parse(one) - Date.parse(other))
    .at(-1)
  const plan = planOf(reports)
  return {
    'assessment-results': {
      uuid: uuidOf('assessment-results', ...subjects.map(({ key }) => key)),
      metadata: {
        title: 'Data-processing engagements, checked by Douane',
        'last-modified': lastModified,
        version: lastModified,
        'oscal-version': '1.1.2',
      },
      'import-ap': {
        href: `#${plan.uuid}`,
        remarks: 'There is no assessment plan apart from the rules that were applied.',
      },
      results: subjects.map(resultOf),
      'back-matter': { resources: [plan, ...subjects.map(resourceOf)] },
    },
  }
}

/** Each report with a key that no other of the run has, whatever their ids are. */
function subjectsOf(reports: readonly Report[]): readonly Subject[] {
  const taken = new Set<string>()
  return reports.map((report) => {
    let key = report.engagement.id
    for (let times = 2; taken.has(key); times += 1) key = `${report.engagement.id} (${times})`
    taken.add(key)
    return { report, key, descriptor: uuidOf('descriptor', key), tool: uuidOf('tool', key, report.tool.version) }
  })
}

function planOf(reports: readonly Report[]) {
  const digests = [...new Set(reports.map(({ digests }) => digests.rules))].sort()
  return {
    uuid: uuidOf('rules', ...digests),
    title: 'The rules that were applied',
    description: 'By the SHA-256 digest of what they say.',
    props: digests.map((digest) => property('rules-sha256', digest)),
  }
}

/** The descriptor, which is all that was examined. */
function resourceOf({ report, descriptor }: Subject) {
  const { engagement, digests } = report
  return {
    uuid: descriptor,
    title: `Descriptor of ${prose(engagement.title)}`,
    props: [property('engagement', engagement.id), property('descriptor-sha256', digests.descriptor)],
    rlinks: [{ href: hrefOf(engagement.file), hashes: [{ algorithm: 'SHA-256', value: digests.descriptorFile }] }],
  }
}
