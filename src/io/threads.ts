import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { isMainThread, parentPort, Worker, type WorkerOptions, workerData } from 'node:worker_threads'

/** A thread that answers one question after the other. */
export type Thread<Question, Answer> = {
  /** Fails where the thread ends first. Questions may be asked before earlier ones are answered. */
  readonly ask: (question: Question) => Promise<Answer>
  readonly end: () => Promise<void>
}

/**
 * What V8 keeps apart for what was just made, in a thread, in MB: twice what it takes by itself. All that is made for one
 * engagement is there until its answer is, and whatever does not fit is copied out: see decision 37.
 */
const youngGeneration = 96

/** Starts a module in a thread of its own, with arguments as on a command line and data that it finds with `threadData`. */
export function startThread<Question, Answer>(
  module: URL,
  argv: readonly string[],
  workerData: unknown,
): Thread<Question, Answer> {
  const worker = workerFor(module, {
    argv: [...argv],
    workerData,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  })
  /** Who waits for an answer, in the order of the questions. */
  const waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }[] = []
  let failed: Error | undefined
  let ended: Error | undefined
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer))
  worker.on('error', (error) => {
    failed = error instanceof Error ? error : new Error(String(error))
  })
  // Answers that it gave before come before this, and may come after its error.
  worker.on('exit', (code) => {
    ended = failed ?? new Error(`its thread ended with ${code}`)
    for (const { reject } of waiting.splice(0)) reject(ended)
  })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        waiting.push({ resolve, reject })
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
  let before: Promise<unknown> = Promise.resolve()
  parentPort?.on('message', (question: Question) => {
    before = before.then(async () => parentPort?.postMessage(await answer(question)))
  })
}

/** In development the modules are TypeScript, which a thread has to be taught first. */
function workerFor(module: URL, options: WorkerOptions): Worker {
  if (!module.pathname.endsWith('.ts')) return new Worker(module, options)
  const tsx = pathToFileURL(createRequire(import.meta.filename).resolve('tsx/package.json'))
  const teacher = new URL('dist/esm/api/index.mjs', tsx).href
  const script = `import(${JSON.stringify(teacher)}).then(({ register }) => {
    register()
    return import(${JSON.stringify(module.href)})
  })`
  return new Worker(script, { ...options, eval: true })
}
