import type { AccessEvidence } from '../model/generated/access-evidence.ts'
import type { Infrastructure } from '../model/generated/infrastructure.ts'
import type { Document, SourceFile } from '../model/location.ts'
import type { Shipped } from '../model/shipped.ts'

export type Sources = {
  /** What is to be checked: engagements, and registry documents that belong to them. */
  readonly files: readonly SourceFile[]
  /** The rules and the registry of the product. */
  readonly shipped: Shipped
  /** Rules and packs besides the shipped ones. */
  readonly rules: readonly SourceFile[]
  /** Registry documents besides the shipped ones. */
  readonly registry: readonly SourceFile[]
  /** The configuration. The rules and the registry that it names are among the above. */
  readonly config?: SourceFile
  /** Documents of kind Waivers. */
  readonly waivers?: readonly SourceFile[]
  /** Of kind Baseline: what it holds does not count towards the exit code. */
  readonly baseline?: SourceFile
  /** What infrastructure code is about to deploy, as it was imported. */
  readonly infrastructure?: readonly Document<Infrastructure>[]
  /** Who can log in, as it was imported. */
  readonly accessEvidence?: readonly Document<AccessEvidence>[]
  /** What is added takes the place of the shipped pack or registry document of the same id. */
  readonly replacing?: boolean
}
