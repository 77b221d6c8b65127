import type { Subject } from '../../model/subject.ts'
import { engagementInfrastructure } from '../infrastructure/coverage.ts'
import type { Scene } from '../scene.ts'
import { allOf, anyOf, chain, known, likewise, map, openLike, type Value } from '../value.ts'
import { personalAt } from './architecture.ts'
import { auditsOf, sharedPoliciesOf } from './assurance.ts'
import { engagementSecurity } from './security.ts'
import { subjectOf, together } from './subject.ts'

export function engagementSubject(scene: Scene): Subject {
  const { engagement, reader } = scene
  // True or unknown, never false: a list is stated, or nothing is.
  const stated = (
    key:
      | 'parties'
      | 'data'
      | 'components'
      | 'flows'
      | 'remoteAccess'
      | 'safeguards'
      | 'agreements'
      | 'aiUses'
      | 'tags'
      | 'providers'
      | 'accounts',
    what: string,
  ): Value<boolean> => {
    const value = reader.get(engagement, [], key, `State ${what}: \`${key}\`, or \`[]\` if there are none.`)
    return value.value === undefined ? { value: undefined, from: value.from } : likewise(true, value)
  }
  const own = {
    context: known(engagement.context, reader.stated(['context'])),
    partiesStated: stated('parties', 'the legal entities involved'),
    dataStated: stated('data', 'the data assets'),
    componentsStated: stated('components', 'the components'),
    providersStated: stated('providers', 'what is agreed of each provider'),
    flowsStated: stated('flows', 'the flows of data'),
    remoteAccessStated: stated('remoteAccess', 'who has access from elsewhere'),
    safeguardsStated: stated('safeguards', 'the transfer grounds'),
    agreementsStated: stated('agreements', 'the agreements'),
    aiUsesStated: stated('aiUses', 'the uses of AI'),
    tagsStated: stated('tags', 'the tags, such as analytics and tag containers'),
    servicesStated: chain(stated('components', 'the components'), () =>
      allOf(scene.components.map((one) => map(one.service, () => true))),
    ),
    auditsStated: map(auditsOf(scene), () => true),
    sharedPoliciesStated: map(sharedPoliciesOf(scene), () => true),
    accountsStated: accountsStated(
      scene,
      stated('accounts', 'the accounts that administer components or reach their data'),
    ),
    personalData: engagementPersonalData(scene),
  }
  const facts = together(own, engagementSecurity(scene), engagementInfrastructure(scene))
  return subjectOf('engagement', engagement.id, engagement.title, reader.place([]), facts)
}

/** `firm` states the list only where the firm's registry does. */
function accountsStated(scene: Scene, stated: Value<boolean>): Value<boolean> {
  if (scene.engagement.accounts !== 'firm') return stated
  const document = scene.index.firms.find((one) => one.value.accounts !== undefined)
  if (document !== undefined) return stated
  return {
    value: undefined,
    from: [
      scene.reader.missing(
        ['accounts'],
        'accounts',
        "The firm's registry states no accounts: list them there, or here.",
      ),
    ],
  }
}

/** Whether the engagement processes personal data anywhere, in a form that still is personal. */
export function engagementPersonalData(scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  const held = [...new Set(scene.holdings.map((one) => one.node))].map((node) => personalAt(node, scene))
  const listed = (['data', 'components', 'flows'] as const).map((key): Value<boolean> => {
    const list = reader.get(engagement, [], key)
    return list.value === undefined ? openLike(list) : known(false)
  })
  return anyOf([...held, ...listed])
}
