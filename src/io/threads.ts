import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** A thread that answers one question at a time. */
export type Thread<Question, Answer> = {
  /** Fails where the thread ends first. */
  readonly ask: (question: Question) => Promise<Answer>
  readonly end: () => Promise<void>
}

/** Starts a module in a thread of its own, with data that it finds with `threadData`. */
export function startThread<Question, Answer>(module: URL, data: unknown): Thread<Question, Answer> {
  const worker = new Worker(module, { workerData: data, execArgv: loaderFor(module), stdin: false })
  let settle: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | undefined
  let ended: Error | undefined
  const stop = (error: Error): void => {
    ended ??= error
    settle?.reject(ended)
    settle = undefined
  }
  worker.on('message', (answer: Answer) => {
    settle?.resolve(answer)
    settle = undefined
  })
  worker.on('error', (error) => stop(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => stop(new Error(`its thread ended with ${code}`)))
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        settle = { resolve, reject }
        worker.postMessage(question)
      }),
    end: async () => {
      await worker.terminate()
    },
  }
}

/** What the thread was started with; `undefined` where this is no thread. */
export function threadData<Data>(): Data | undefined {
  return isMainThread ? undefined : (workerData as Data)
}

/** Answers the questions of whoever started this thread, one after the other. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  parentPort?.on('message', async (question: Question) => {
    parentPort?.postMessage(await answer(question))
  })
}

/** In development the modules are TypeScript. */
function loaderFor(module: URL): string[] {
  if (!module.pathname.endsWith('.ts')) return []
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
}
