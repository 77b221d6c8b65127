import type { Report } from '../model/generated/report.ts'

export type RenderOptions = {
  /** Colours of a terminal; only for formats that people read there. */
  readonly color?: boolean
  /** The verdict and one line for each open finding. */
  readonly quiet?: boolean
  /** Columns that prose may take. */
  readonly width?: number
}

/**
 * Writes reports. Pure: everything that it says is in the reports. Of several engagements, each format says how their
 * reports combine. Ends with a line break.
 */
export type Render = (reports: readonly Report[], options: RenderOptions) => string | Promise<string>

/** One way of writing reports. */
export type Format = {
  readonly title: string
  readonly mediaType: string
  /** What writes it is loaded when it is asked for: nobody waits for a format that is not used. */
  readonly load: () => Promise<Render>
}
