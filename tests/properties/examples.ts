/** The examples as values, with the pipeline that has their evidence. */

import { fileURLToPath } from 'node:url'
import fastGlob from 'fast-glob'
import { parseFile } from '../../src/load/parse.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import { fileAt, isValid, pipelineWith } from './pipeline.ts'

const filesIn = (pattern: string): readonly string[] =>
  fastGlob.sync(pattern, { cwd: fileURLToPath(new URL('../../', import.meta.url)) }).sort()

export const examplePipeline = await pipelineWith(filesIn('examples/registry/*.yaml').map(fileAt))

export const examples = filesIn('examples/*.yaml').flatMap((path) => {
  const parsed = parseFile(fileAt(path))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
    .map(({ value }) => value)
    .filter((value): value is Engagement => isValid(value))
    .map((engagement) => ({ path, engagement }))
})
