import type { Answer, Settings } from '../batch/answer.ts'
import { answerQuestions } from '../io/threads.ts'
import type { SourceFile } from '../model/location.ts'
import { type Looking, look } from './looking.ts'

/** What a thread of `douane check` is there for. */
export type Work = { readonly settings: Settings } | { readonly looking: Looking }

/** A thread of `douane check`. */
export function work(given: Work): void {
  if ('looking' in given) answerQuestions(async () => look(given.looking))
  else answerFor(given.settings)
}

/** Answers for one file of a portfolio at a time. */
function answerFor(settings: Settings): void {
  const opened = import('../batch/answer.ts').then(({ answererFor }) => answererFor(settings))
  answerQuestions<SourceFile, Answer>(async (file) => {
    const { answer } = await opened
    if (answer === undefined) throw new Error('the rules could not be read')
    return answer(file)
  })
}
