import type { Architecture, Evidence } from '../../model/generated/report.ts'
import type { Safeguard } from '../grounds.ts'
import type { Scene } from '../scene.ts'
import { documentReference } from './documents.ts'
import { some } from './plain.ts'

type Row = Architecture['safeguards'][number]

const shown = ['dpf', 'scc', 'bcr', 'otherTool', 'tia'] as const

/** The grounds as they are stated, with what shows them. */
export function safeguardRows(scene: Scene): readonly Row[] {
  const nameOf = (ref: string): string => scene.entities.byRef(ref)?.name ?? ref
  return (scene.engagement.safeguards ?? []).map((entry, at) => ({
    id: entry.id,
    exporter: nameOf(entry.exporter),
    importer: nameOf(entry.importer),
    ...some('reliesOn', entry.reliesOn),
    ...some('ukReliesOn', entry.ukReliesOn),
    ...some('fallbacks', entry.fallbacks),
    ...some('firstTransferOn', entry.firstTransferOn),
    ...some('scc', stated(entry.scc, ['set', 'modules', 'modulesConfirmed', 'bindsFrom', 'annexes'])),
    ...some('bcr', stated(entry.bcr, ['type', 'members', 'approvedOn'])),
    ...some('otherTool', stated(entry.otherTool, ['authorised', 'bindingCommitments'])),
    ...some('derogation', entry.derogation?.letter),
    ...some('tia', stated(entry.tia, ['on', 'reviewBy', 'problematicLaw'])),
    ...some('measures', entry.measures),
    ...some('measureFacts', entry.measureFacts as Record<string, boolean> | undefined),
    ...some('onward', stated(entry.onward, ['contract', 'conditionsMet'])),
    ...some('instructions', documentReference(entry.instructions, scene)),
    ...some('documented', documentReference(entry.documented, scene)),
    evidence: shown.flatMap((part) => evidenceOf(entry, part, at, scene)),
    at: scene.reader.at(['safeguards', at]),
  }))
}

/** Some keys of an object, as far as they are stated. */
function stated<T extends object, K extends keyof T & string>(one: T | undefined, keys: readonly K[]) {
  if (one === undefined || one === null) return undefined
  return Object.fromEntries(keys.filter((key) => one[key] !== undefined).map((key) => [key, one[key]])) as Pick<T, K>
}

function evidenceOf(entry: Safeguard, part: (typeof shown)[number], at: number, scene: Scene): readonly Evidence[] {
  const value = entry[part]
  if (value === undefined || value === null) return []
  return [
    {
      of: part,
      ...some('where', value.evidence),
      ...some('checkedOn', value.checkedOn),
      ...some('checkedBy', value.checkedBy),
      shownTo: value.evidenceShownTo ?? 'engineer',
      at: scene.reader.at(['safeguards', at, part]),
    },
  ]
}
