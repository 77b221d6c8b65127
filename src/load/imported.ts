import type { Diagnostic } from '../model/diagnostic.ts'
import type { AccessEvidence } from '../model/generated/access-evidence.ts'
import type { Engagement } from '../model/generated/engagement.ts'
import type { Infrastructure } from '../model/generated/infrastructure.ts'
import type { Document } from '../model/location.ts'
import { placeOfSystem } from '../text/file-pattern.ts'
import { harmless } from '../text/harmless.ts'

type Given = {
  readonly infrastructure?: readonly Document<Infrastructure>[]
  readonly accessEvidence?: readonly Document<AccessEvidence>[]
}

/**
 * What cannot be told of imported files where several engagements are checked together.
 *
 * Errors: FLAG_INVALID, for a plan, which belongs to one engagement, and for evidence of a system that none mentions.
 */
export function importProblems(
  { infrastructure = [], accessEvidence = [] }: Given,
  engagements: readonly Document<Engagement>[],
): readonly Diagnostic[] {
  if (engagements.length < 2) return []
  const many = `there are ${engagements.length} engagements`
  return [
    ...infrastructure.slice(0, 1).map(
      (): Diagnostic => ({
        code: 'FLAG_INVALID',
        message: `--plan: ${many}, and it does not say which one deploys it`,
        hint: 'Check that engagement by itself.',
      }),
    ),
    ...accessEvidence
      .filter((one) => engagements.every((engagement) => !mentions(engagement, one)))
      .map((one): Diagnostic => {
        const what = one.value.system === undefined ? one.file : one.value.system
        return {
          code: 'FLAG_INVALID',
          message: `--evidence: ${many}, and none mentions ${harmless(what)}`,
          hint: `Check the engagement that it is for by itself, or add an entry of \`accessEvidence\` to it with ${one.value.system === undefined ? `\`files: [${harmless(one.file)}]\`` : `\`system: ${harmless(what)}\``}.`,
          at: one.at([]),
        }
      }),
  ]
}

/** The evidence for one engagement: all of it, where no other is checked; otherwise that of the systems that it mentions. */
export function evidenceFor(
  engagement: Document<Engagement>,
  { accessEvidence = [] }: Given,
  alone: boolean,
): readonly Document<AccessEvidence>[] {
  return alone ? accessEvidence : accessEvidence.filter((one) => mentions(engagement, one))
}

function mentions({ value }: Document<Engagement>, { file, value: evidence }: Document<AccessEvidence>): boolean {
  return placeOfSystem(value.accessEvidence ?? [], file, evidence.system) >= 0
}
