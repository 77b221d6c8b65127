import type { Report } from '../model/generated/report.ts'
import { render } from '../render/index.ts'
import { type Stream, streamOf } from '../render/stream.ts'
import type { Output, Part } from './answer.ts'
import { inTurn } from './in-turn.ts'

/** Where text goes; done when there is room for more, at once or later. */
export type Sink = (text: Part) => Promise<void> | undefined

/** One output of many reports, written part by part. */
export type Joined = {
  readonly add: (part: Part) => Promise<void> | undefined
  /** Writes what can only be written in the end. */
  readonly end: () => Promise<void>
}

/** The same bytes as `render` of all reports. Nothing is written where there is no report. */
export async function joined(output: Output, sink: Sink): Promise<Joined> {
  const stream = await streamOf(output.format, output.options)
  return stream === undefined ? collected(output, sink) : streamed(stream, sink)
}

function streamed({ head, foot, between, empty, alone }: Stream, sink: Sink): Joined {
  let parts = 0
  let written = false
  let only: string | undefined
  const write = (part: Part): Promise<void> | undefined => {
    if (part.length === 0) return undefined
    const before = written ? between : head
    written = true
    return before === '' ? sink(part) : inTurn([before, part], sink)
  }
  return {
    add: (part) => {
      parts += 1
      if (alone !== undefined && parts === 1) {
        only = part.toString()
        return undefined
      }
      if (only === undefined) return write(part)
      const first = only
      only = undefined
      return inTurn([first, part], write)
    },
    end: async () => {
      if (parts === 0) return
      if (only !== undefined && alone !== undefined) await write(alone(only))
      await sink(written ? foot : empty)
    },
  }
}

/** Keeps what the format needs of each report. What reports have in common is kept once. */
function collected({ format, options }: Output, sink: Sink): Joined {
  const reports: Report[] = []
  const once = sharing()
  return {
    add: (part) => {
      const report = JSON.parse(part.toString()) as Report
      const { rules, sources, notEncoded, defects } = report
      const shared = {
        rules: once(rules),
        sources: once(sources),
        notEncoded: once(notEncoded),
        defects: once(defects),
      }
      reports.push({ ...report, ...shared })
      return undefined
    },
    end: async () => {
      if (reports.length > 0) await sink(await render(reports, format, options))
    },
  }
}

/** One object for all values that are written the same. */
function sharing(): <T>(value: T) => T {
  const known = new Map<string, unknown>()
  return <T>(value: T): T => {
    const key = JSON.stringify(value)
    if (!known.has(key)) known.set(key, value)
    return known.get(key) as T
  }
}
