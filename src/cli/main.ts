import { now } from '../io/clock.ts'
import { StandardOutput } from '../io/standard-output.ts'
import { once } from '../model/once.ts'
import { run } from './run.ts'
import { exit } from './terminal.ts'
import { inThread } from './thread-argument.ts'
import type { ThreadSettings } from './worker.ts'

/** A portfolio is checked by threads, which start here as well. */
if (process.argv[2] === inThread) void answer()
else command()

function command(): void {
  let streams = false
  const stream = <T>(made: T): T => {
    streams = true
    return made
  }
  const output = once(() => new StandardOutput(1, () => stream(heard(process.stdout)), failedToWrite))
  void run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    // Each is made where it is first asked for, which takes as long as reading a descriptor.
    get stdin() {
      return stream(process.stdin)
    },
    get stdout() {
      return output()
    },
    get stderr() {
      return stream(heard(process.stderr))
    },
    printBytes: (bytes) => output().write(bytes),
    now,
    onInterrupt: (listener) => process.once('SIGINT', listener),
  }).then((code) => {
    // What could not be written may have been the verdict.
    if (process.exitCode !== exit.unable) process.exitCode = code
    // All is written: to take down what was loaded would only be waited for.
    if (!streams) process.exit()
  })
}

/** Whoever reads our output may stop early, as `head` does: that is no error of ours, and decides nothing. */
function heard(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (!stream.listeners('error').includes(failedToWrite)) stream.on('error', failedToWrite)
  return stream
}

function failedToWrite({ code }: NodeJS.ErrnoException): void {
  if (code !== 'EPIPE') process.exitCode = exit.unable
}

async function answer(): Promise<void> {
  const { threadData } = await import('../io/threads.ts')
  const given = threadData<ThreadSettings>()
  if (given === undefined) return command()
  const [{ answerFor }, { readShipped }] = await Promise.all([import('./worker.ts'), import('../io/shipped.ts')])
  answerFor(given, readShipped())
}
