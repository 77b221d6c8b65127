import type { Render } from './format.ts'
import { asJson } from './json.ts'
import { assessmentResults } from './oscal/document.ts'

/** OSCAL assessment results, version 1.1: one document, with a result for each engagement. */
export const oscal: Render = (reports) => asJson(assessmentResults(reports))
