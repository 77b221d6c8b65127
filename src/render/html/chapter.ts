import type { Report } from '../../model/generated/report.ts'

/** One report's part of the page. */
export type Chapter = {
  readonly report: Report
  /** An element's id, of which a page of several reports has one for each. */
  readonly id: (name: string) => string
  /** The address of the findings that a filter leaves. */
  readonly filtered: (filter: Readonly<Record<string, string>>) => string
}

/** The parts of a page; `report` in an address counts from 1, and is left out where there is one only. */
export function chaptersOf(reports: readonly Report[]): readonly Chapter[] {
  const several = reports.length > 1
  return reports.map((report, at) => {
    const place: Readonly<Record<string, string>> = several ? { report: String(at + 1) } : {}
    return {
      report,
      id: (name) => (several ? `report-${at + 1}-${name}` : name),
      filtered: (filter) => `#${new URLSearchParams({ ...place, ...filter }).toString()}`,
    }
  })
}
