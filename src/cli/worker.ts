import type { Answer, Settings } from '../batch/answer.ts'
import { answerQuestions } from '../io/threads.ts'
import type { SourceFile } from '../model/location.ts'

/** A thread of `douane check`: answers for one file of a portfolio at a time. */
export function answerFor(settings: Settings): void {
  const opened = import('../batch/answer.ts').then(({ answererFor }) => answererFor(settings))
  answerQuestions<SourceFile, Answer>(async (file) => {
    const { answer } = await opened
    if (answer === undefined) throw new Error('the rules could not be read')
    return answer(file)
  })
}
