import type { Answer, Settings } from '../batch/answer.ts'
import { answerQuestions } from '../io/threads.ts'
import type { SourceFile } from '../model/location.ts'
import type { Shipped } from '../model/shipped.ts'

/** What a thread is told. What is shipped it reads itself: that is much to copy, and is read in pieces. */
export type ThreadSettings = Omit<Settings, 'sources'> & { readonly sources: Omit<Settings['sources'], 'shipped'> }

/** A thread of `douane check`: answers for one file of a portfolio at a time. */
export function answerFor(settings: ThreadSettings, shipped: Shipped): void {
  const sources = { ...settings.sources, shipped }
  const opened = import('../batch/answer.ts').then(({ answererFor }) => answererFor({ ...settings, sources }))
  answerQuestions<SourceFile, Answer>(async (file) => {
    const { answer } = await opened
    if (answer === undefined) throw new Error('the rules could not be read')
    return answer(file)
  })
}
