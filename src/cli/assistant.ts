/** A thread that helps with many files: a script of its own, as it is to start quickly. */
import { answerQuestions } from '../io/threads.ts'
import { type Looking, look, type Stretches } from './looking.ts'

answerQuestions<Looking, Stretches>(async (looking) => look(looking))
