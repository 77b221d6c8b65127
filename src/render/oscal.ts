import type { Format } from './format.ts'
import { asJson } from './json.ts'

/** OSCAL assessment results, version 1.1: one document, with a result for each engagement. */
export const oscal: Format = {
  title: 'OSCAL assessment results for auditors: every control, and what was observed of it',
  mediaType: 'application/oscal+json',
  render: async (reports) => {
    const { assessmentResults } = await import('./oscal/document.ts')
    return asJson(assessmentResults(reports))
  },
}
