import { now } from '../io/clock.ts'
import { threadData } from '../io/threads.ts'
import { run } from './run.ts'
import { exit } from './terminal.ts'
import type { Work } from './worker.ts'

/** A portfolio is checked by threads, which start here as well. */
const given = threadData<Work>()

if (given === undefined) {
  /** Whoever reads our output may stop early, as `head` does: that is no error of ours, and decides nothing. */
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exitCode = exit.unable
    })
  }
  void run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    printBytes: (bytes) => new Promise((resolve) => process.stdout.write(bytes, () => resolve())),
    now,
    onInterrupt: (listener) => process.once('SIGINT', listener),
  }).then((code) => {
    // What could not be written may have been the verdict.
    if (process.exitCode !== exit.unable) process.exitCode = code
  })
} else {
  void import('./worker.ts').then(({ work }) => work(given))
}
