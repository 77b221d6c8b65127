/** The public API. Everything here is pure: callers bring their own files and clock. */

export { type Tested, type TestOptions, testRules } from './author/testing/index.ts'
export { type CheckedFile, checkAll } from './batch/check-all.ts'
export type { Sources } from './load/workspace.ts'
export type { Diagnostic, DiagnosticCode } from './model/diagnostic.ts'
export type { Report } from './model/generated/report.ts'
export type { Instant } from './model/instant.ts'
export type { Location, SourceFile } from './model/location.ts'
export type { Shipped } from './model/shipped.ts'
export { type Checked, type CheckOptions, check } from './pipeline.ts'
export { type FormatName, formatNames, type RenderOptions, render } from './render/index.ts'
export { renderProblems } from './render/problems.ts'
