/** A thread that helps with many files: a script of its own, as it is to start quickly. */
import { verify } from '../io/cache-blocks.ts'
import { answerQuestions } from '../io/threads.ts'
import type { Task } from './assistants.ts'
import { look, type Stretches } from './looking.ts'

answerQuestions<Task, Stretches>(async (task) => {
  if ('looking' in task) return look(task.looking)
  verify(task.verifying)
  return new Map()
})
