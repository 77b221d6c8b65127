import type { Derived } from '../model/derived.ts'
import type { Workspace } from '../model/workspace.ts'
import { aiUsesOf } from './ai-uses.ts'
import { contradictionsOf } from './contradictions.ts'
import { disclosuresOf } from './disclosures.ts'
import { pictureOf } from './picture.ts'
import { relationshipsOf } from './relationships.ts'
import { claimsOf, narrowingsOf, statedNoneOf } from './reliance.ts'
import { sceneOf } from './scene.ts'
import { accountSubjects } from './subjects/account.ts'
import { aiUseSubject } from './subjects/ai-use.ts'
import {
  componentSubjects,
  dataAssetSubjects,
  flowSubjects,
  partySubject,
  personSubjects,
} from './subjects/architecture.ts'
import { certificationSubjects } from './subjects/certification.ts'
import { disclosureSubject } from './subjects/disclosure.ts'
import { engagementSubject } from './subjects/engagement.ts'
import { objectionSubjects } from './subjects/objection.ts'
import { relationshipSubject } from './subjects/processing-relationship.ts'
import { providerUseSubjects } from './subjects/provider-use.ts'
import { recordSubjects } from './subjects/record.ts'

/**
 * What follows from one engagement and the registry. Joins, closes, counts and subtracts; never judges: no fact here
 * means valid, adequate or compliant. Monotone: stating what was left out makes facts known, and changes none that are.
 */
export function derive(workspace: Workspace): Derived {
  const scene = sceneOf(workspace)
  const disclosures = disclosuresOf(scene)
  const relationships = relationshipsOf(scene, disclosures)
  const aiUses = aiUsesOf(scene)
  return {
    subjects: [
      engagementSubject(scene),
      ...[scene.entities.firm, ...scene.entities.parties].map((entity) => partySubject(entity, scene)),
      ...personSubjects(scene),
      ...dataAssetSubjects(scene),
      ...componentSubjects(scene),
      ...flowSubjects(scene),
      ...providerUseSubjects(scene),
      ...objectionSubjects(scene),
      ...certificationSubjects(scene),
      ...disclosures.map((one) => disclosureSubject(one, scene)),
      ...relationships.map((one) => relationshipSubject(one, scene)),
      ...aiUses.map((use) => aiUseSubject(use, scene)),
      ...accountSubjects(scene),
      ...recordSubjects(scene),
    ],
    architecture: pictureOf(scene, disclosures, relationships, aiUses),
    narrowings: narrowingsOf(scene),
    claims: claimsOf(scene),
    statedNone: statedNoneOf(scene),
    contradictions: contradictionsOf(scene),
  }
}
