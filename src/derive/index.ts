import type { Derived } from '../model/derived.ts'
import type { Workspace } from '../model/workspace.ts'
import { aiUsesOf } from './ai-uses.ts'
import { contradictionsOf } from './contradictions.ts'
import { disclosuresOf, mayBeMore } from './disclosures.ts'
import { maxAgeOf, shownFiles } from './evidence/files.ts'
import { infrastructurePicture } from './infrastructure/picture.ts'
import { withOnward } from './onward.ts'
import { pictureOf } from './picture/index.ts'
import { regimesOf } from './picture/regimes.ts'
import { relationshipsOf } from './relationships.ts'
import { claimsOf, narrowingsOf, statedNoneOf } from './reliance.ts'
import { sceneOf } from './scene.ts'
import { accountSubjects } from './subjects/account.ts'
import { aiUseSubject } from './subjects/ai-use.ts'
import { partySubjects, personSubjects } from './subjects/architecture.ts'
import { auditSubjects, sharedPolicySubjects } from './subjects/assurance.ts'
import { certificationSubjects } from './subjects/certification.ts'
import { componentSubjects } from './subjects/component.ts'
import { dataAssetSubjects } from './subjects/data-asset.ts'
import { disclosureSubject } from './subjects/disclosure.ts'
import { engagementPersonalData, engagementSubject } from './subjects/engagement.ts'
import { flowSubjects } from './subjects/flow.ts'
import { objectionSubjects } from './subjects/objection.ts'
import { ownUseSubjects } from './subjects/own-use.ts'
import { relationshipSubjects } from './subjects/processing-relationship.ts'
import { providerUseSubjects } from './subjects/provider-use.ts'
import { recordSubjects } from './subjects/record.ts'
import { resourceSubjects } from './subjects/resource.ts'
import { commitmentSubjects } from './subjects/security.ts'
import { tagSubject } from './subjects/tag.ts'
import { tagsOf } from './tags.ts'

/**
 * What follows from one engagement and the registry. Joins, closes, counts and subtracts; never judges: no fact here
 * means valid, adequate or compliant. Monotone: stating what was left out makes facts known, and changes none that are.
 */
export function derive(workspace: Workspace): Derived {
  const scene = sceneOf(workspace)
  const disclosures = withOnward(disclosuresOf(scene), mayBeMore(scene), scene)
  const relationships = relationshipsOf(scene, disclosures)
  const aiUses = aiUsesOf(scene)
  const tags = tagsOf(scene)
  const personalData = engagementPersonalData(scene)
  const subjects = [
    engagementSubject(scene),
    ...partySubjects(scene, personalData),
    ...personSubjects(scene, personalData),
    ...dataAssetSubjects(scene),
    ...componentSubjects(scene),
    ...flowSubjects(scene, relationships),
    ...providerUseSubjects(scene),
    ...objectionSubjects(scene),
    ...certificationSubjects(scene),
    ...disclosures.map((one) => disclosureSubject(one, scene)),
    ...relationshipSubjects(relationships, scene),
    ...ownUseSubjects(scene),
    ...aiUses.map((use) => aiUseSubject(use, scene)),
    ...commitmentSubjects(scene),
    ...tags.map((tag) => tagSubject(tag, tags, disclosures, scene)),
    ...auditSubjects(scene),
    ...sharedPolicySubjects(scene),
    ...accountSubjects(scene),
    ...recordSubjects(scene),
    ...resourceSubjects(scene),
  ]
  return {
    subjects,
    architecture: () => pictureOf(scene, disclosures, relationships, aiUses, subjects),
    infrastructure: () => infrastructurePicture(scene),
    regimes: () => regimesOf(scene, disclosures),
    narrowings: () => narrowingsOf(scene),
    claims: () => claimsOf(scene),
    statedNone: () => statedNoneOf(scene),
    accessEvidence: shownFiles(scene.evidence, maxAgeOf(workspace.registry.firm)),
    contradictions: contradictionsOf(scene, relationships),
  }
}
