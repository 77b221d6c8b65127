export { compareRuns } from './compare.ts'
export { diffAsMarkdown } from './markdown.ts'
export { diffAsText } from './text.ts'
export type { RunDiff } from './types.ts'
