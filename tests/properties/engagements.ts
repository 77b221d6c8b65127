/** Random descriptors that satisfy the schema, over real and fictional providers, with keys left out at random. */
import fc from 'fast-check'
import type { Library } from '../../src/load/workspace.ts'
import { activities } from '../../src/model/facts/values.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'

type Part = Record<string, unknown>

/** How often a key is left out: once in so many. */
type Rate = number

const services = [
  'aws/ec2',
  'aws/bedrock',
  'azure/openai',
  'cloudflare/r2',
  'github/repositories',
  'google-analytics/ga4',
  'google-analytics/ga4',
  'google-tag-manager/container',
  'hetzner/cloud',
  'imagodraw/image-generation',
  'nimbus/desk',
  'nimbus/desk',
  'nimbus/edge',
  'nimbus/models',
  'nimbus/models',
  'openai/api',
  'stripe/payments',
  'veldhuis/hosting',
  'veldhuis/hosting',
]
const entities = ['nimbus/nimbus-inc', 'nimbus/nimbus-eu', 'nimbus/nimbus-far', 'stripe/stripe-technology-company']
const countries = ['BE', 'DE', 'US', 'GB', 'CH', 'IN', 'JP', 'CA', 'BR', 'SJ', 'RE', 'GL']
const places = [...countries, 'EEA', 'EU', 'worldwide']
const days = ['2019-05-01', '2025-11-22', '2026-01-10', '2026-09-01', '2026-11-22', '2027-03-01']
const moments = [...days, '2026-11-22T08:00:00+01:00', '2026-11-21T23:00:00Z']
const purposes = ['service-provision', 'maintenance', 'hosting', 'testing', 'source-code-hosting']
const dataIds = ['d1', 'd2', 'd3']
const nodeIds = ['c1', 'c2', 'c3', 'client', 'partner', 'firm']
const factors = [
  'objectives',
  'data-sensitivity',
  'regulatory-obligations',
  'infrastructure',
  'cost',
  'risk-appetite',
  'governance',
]
const documentParts = ['data-flow', 'location', 'transfer-mechanism', 'safeguards']
const partyRefs = [
  'client',
  'partner',
  'vendor',
  'firm',
  'nimbus',
  'nimbus/nimbus-inc',
  'nimbus/nimbus-eu',
  'nimbus@US',
  'aws',
  'aws/aws-inc',
  'openai@worldwide',
  'veldhuis',
]

const one = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const some = (values: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...values])
const few = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(one(...values), { minLength: 1, maxLength: 2 })
/** Mostly the first. */
const mostly = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
const yes = mostly(true, fc.boolean())

function parts(rate: Rate) {
  /** Some keys that are needed, and others of which one in so many is left out. */
  const part = (
    needed: Record<string, fc.Arbitrary<unknown>>,
    others: Record<string, fc.Arbitrary<unknown>>,
  ): fc.Arbitrary<Part> =>
    fc
      .record({
        ...needed,
        ...Object.fromEntries(
          Object.entries(others).map(([key, of]) => [key, fc.option(of, { nil: undefined, freq: rate })]),
        ),
      })
      .map((value) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)))
  const id = (value: string) => ({ id: fc.constant(value) })
  /** Any of some entries, each by its own id. */
  const listOf = (...entries: readonly fc.Arbitrary<Part>[]): fc.Arbitrary<Part[]> =>
    fc
      .tuple(...entries.map((entry) => fc.option(entry, { nil: undefined, freq: 3 })))
      .map((list) => list.filter((item) => item !== undefined))
  return { part, id, listOf }
}

const role = one('controller', 'joint-controller', 'processor', 'data-subject')
const documented = (rate: Rate) =>
  parts(rate).part(
    {},
    {
      agreement: mostly('contract', one('none', 'note')),
      clause: fc.constant('4'),
      covers: mostly(documentParts, some(documentParts)),
    },
  )
const assessment = (rate: Rate) => parts(rate).part({ on: one(...days) }, { by: fc.constant('counsel') })

function parties(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const party = (name: string, usualCountry: string, more: Record<string, fc.Arbitrary<unknown>>) =>
    fc
      .tuple(
        part(id(name), {
          name: fc.constant(`The ${name}`),
          country: mostly(usualCountry, one(...countries)),
          parentCountry: mostly('none', one(...countries)),
          gdpr: one('established', 'targeting', 'outside'),
          ukGdpr: fc.boolean(),
          recipientKinds: few([
            'commercial-organisation',
            'pipeda-commercial-organisation',
            'appi-business-operator',
            'excluded-by-decision',
            'public-body',
          ]),
          ccpaBusiness: mostly(false, fc.boolean()),
          client: fc.boolean(),
          ...more,
        }),
        part({}, { role }),
        part(
          {},
          { roles: fc.array(part({ role }, { purpose: one(...purposes), data: few(dataIds) }), { maxLength: 2 }) },
        ),
        fc.integer({ min: 0, max: 9 }),
      )
      .map(([common, single, several, which]) => ({
        ...common,
        ...(which > 1 ? single : {}),
        ...(which < 4 ? several : {}),
      }))
  const alias = fc.option(one(...entities), { nil: undefined, freq: 4 })
  return listOf(party('client', 'BE', {}), party('partner', 'US', {}), party('vendor', 'IN', { entity: alias }))
}

function data(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const asset = (name: string) =>
    part(id(name), {
      title: fc.constant(`Asset ${name}`),
      categories: fc.oneof(
        few(['name', 'salary', 'health', 'ip-address']),
        few(['source-code', 'business-confidential', 'commit-metadata']),
        few(['name', 'health', 'source-code']),
      ),
      subjects: some(['customers', 'employees', 'children']),
      classification: one('public', 'internal', 'confidential', 'released'),
      owner: mostly('client', one('firm', 'partner', 'vendor')),
      state: mostly('clear', one('pseudonymised', 'encrypted', 'anonymised')),
      keyHolders: few(['client', 'firm', 'nimbus', 'partner']),
      assessment: part({ on: one('none', ...days) }, { by: fc.constant('counsel') }),
      derivedFrom: mostly<string[]>([], some(dataIds)),
      additionalInformationFor: mostly<string[]>([], some(dataIds)),
      release: part({ by: one('client', 'firm', 'partner'), on: one(...days) }, { record: fc.constant('letter') }),
    })
  return listOf(...dataIds.map(asset))
}

function components(rate: Rate, library: Library) {
  const { part, id, listOf } = parts(rate)
  const settings = settingsIn(library)
  const component = (name: string) =>
    fc.oneof(
      ...[...services, 'none', 'none'].map((service) => {
        const {
          regions = [],
          scopes = [],
          residency = [],
          features = [],
          contracting = [],
          unlocated = activities,
          optional = [],
        } = settings.get(service) ?? {}
        const known = (key: string, values: readonly string[]) => (values.length === 0 ? {} : { [key]: one(...values) })
        return part(id(name), {
          title: fc.constant(`Component ${name}`),
          context: fc.option(
            part({ is: mostly('client-system', one('internal-operations')), agreement: one('contract', 'note') }, {}),
            { nil: undefined, freq: 1 },
          ),
          service: fc.constant(service),
          ...(contracting.length === 0 ? {} : { entity: fc.option(one(...contracting), { nil: undefined, freq: 1 }) }),
          contractedBy: mostly('client', one(...partyRefs)),
          ...known('region', regions),
          ...known('endpointScope', scopes),
          ...(residency.length === 0
            ? { residency: fc.constant([]) }
            : { residency: fc.oneof(some(residency), fc.constant([])) }),
          locations: part(
            {},
            Object.fromEntries(
              unlocated.map((activity) => [
                activity,
                activity === 'support' ? mostly(['EEA'], few(places)) : few(places),
              ]),
            ),
          ),
          operatedBy: mostly('firm', one(...partyRefs)),
          controlledBy: mostly('client', one(...partyRefs)),
          boundary: one(
            'client-enterprise-cloud',
            'client-premises',
            'sovereign-cloud',
            'firm-perimeter',
            'provider',
            'other',
          ),
          publicFacing: mostly(false, fc.boolean()),
          hosts: mostly(['sample.example'], one(['www.imageplus.be'], [])),
          holds: some(dataIds),
          purpose: one(...purposes),
          ...(optional.length === 0 ? {} : { ownPurposes: some(optional) }),
          needsClearText: fc.boolean(),
          // Where the registry knows it, a claim would repeat or contradict it.
          ...(service.startsWith('veldhuis') || service.startsWith('imagodraw')
            ? {}
            : {
                encryption: part(
                  {},
                  {
                    atRest: mostly('aes-256', one('none', 'weaker', 'aes-128', 'aes-192')),
                    keyHolders: some(['client', 'firm', 'nimbus']),
                  },
                ),
                isolation: mostly('logical', one('none', 'physical')),
              }),
          ...(features.length === 0
            ? {}
            : { aiFeatures: part({}, Object.fromEntries(features.map((feature) => [feature, one('on', 'off')]))) }),
        })
      }),
    )
  return listOf(component('c1'), component('c2'), component('c3'))
}

function providers(rate: Rate) {
  const { part, listOf } = parts(rate)
  const reference = part({}, { agreement: mostly('contract', one('none', 'note')), clause: fc.constant('2') })
  const objection = (name: string) =>
    part(
      { id: fc.constant(name), on: one(...days) },
      { dataProtectionGrounds: yes, answeredOn: one('none', '2026-01-10', ...days) },
    )
  const entry = (name: string) =>
    part(
      { provider: fc.constant(name) },
      {
        usedSince: one('first-set', ...days),
        requestedBy: mostly('firm', one('client', 'partner', 'vendor', 'nimbus@US')),
        approvedArchitecture: reference,
        need: fc.constant('a need'),
        documented: reference,
        withinRole: yes,
        withinLimit: yes,
        requiredCertifications: mostly<string[]>([], some(['ISO 27001', 'SOC 2', 'A seal'])),
        notice: part(
          { on: mostly('2026-01-10', one('none', ...days)) },
          { written: yes, objections: mostly<Part[]>([], fc.tuple(objection('o1'), objection('o2'))) },
        ),
      },
    )
  return listOf(...[...new Set(services.map((name) => name.split('/')[0] ?? '')), 'nimbus/desk', 'aws/ec2'].map(entry))
}

type Settings = Partial<
  Record<'regions' | 'scopes' | 'residency' | 'features' | 'contracting' | 'unlocated' | 'optional', readonly string[]>
>

/** What can be said of each service. */
function settingsIn({ registry }: Library): ReadonlyMap<string, Settings> {
  const tables = new Map(registry.regions.map(({ value }) => [value.id, value.regions.map(({ code }) => code)]))
  const ids = (list: readonly { readonly id: string }[] | undefined): readonly string[] =>
    (list ?? []).map((item) => item.id)
  const usual = ['eu-central-1', 'us-east-1', 'eu-west-2', 'westeurope', 'eastus', 'fsn1', 'ash']
  const supported = new Set([
    ...registry.firm.flatMap(({ value }) => (value.supportAccess ?? []).map((row) => row.provider)),
    ...registry.providers.flatMap(({ value }) =>
      (value.supportAccess?.places ?? 'unknown') === 'unknown' ? [] : [value.id],
    ),
  ])
  return new Map(
    registry.providers.flatMap(({ value: provider }) =>
      provider.services.map((service) => {
        const codes = tables.get(service.location.regions ?? '') ?? []
        const settings: Settings = {
          regions: codes.filter((code) => usual.includes(code)),
          scopes: ids(service.endpointScopes),
          residency: ids(service.residency),
          features: ids(service.aiFeatures),
          contracting: ids(provider.entities),
          optional: (service.ownPurposes ?? []).flatMap((own) => (own.optional === true ? [own.purpose] : [])),
          // A claim about where the registry knows something would contradict it.
          unlocated: activities.filter((activity) =>
            activity === 'support'
              ? !supported.has(provider.id)
              : service.location.activities?.[activity] === undefined,
          ),
        }
        return [`${provider.id}/${service.id}`, settings] as const
      }),
    ),
  )
}

function flows(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const flow = (name: string) =>
    part(
      { ...id(name), from: one(...nodeIds, 'c1', 'c2'), to: one(...nodeIds, 'c2', 'c3') },
      {
        data: fc.oneof(few(dataIds), fc.constant('everything')),
        purpose: one(...purposes),
        transform: fc.oneof(
          { weight: 2, arbitrary: fc.constant({ kind: 'none' }) },
          {
            weight: 3,
            arbitrary: part(
              { kind: one('anonymise', 'pseudonymise', 'encrypt', 'aggregate') },
              {
                performedBy: mostly('sender', one(...nodeIds)),
                keyHolders: some(['client', 'firm', 'partner', 'nimbus']),
                assessment: assessment(rate),
              },
            ),
          },
        ),
        transit: mostly('tls-1.3', one('none', 'tls-1.1', 'tls-1.2', 'ipsec', 'in-process')),
        means: mostly('electronic', one('physical')),
        needsClearText: fc.boolean(),
      },
    )
  return listOf(flow('f1'), flow('f2'), flow('f3'), flow('f4'))
}

function remoteAccess(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const access = (name: string) =>
    part(
      {
        ...id(name),
        by: one('p1', 'p2', 'firm', 'partner', 'vendor', 'nimbus', 'nimbus/nimbus-far'),
        to: few(['c1', 'c2', 'c3']),
      },
      { from: few(places), data: fc.oneof(few(dataIds), fc.constant('everything')), purpose: one(...purposes) },
    )
  return listOf(access('r1'), access('r2'))
}

function aiUses(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const flag = fc.boolean()
  const use = (name: string, component: string) =>
    part(
      { ...id(name), component: fc.constant(component) },
      {
        title: fc.constant(`Use ${name}`),
        feature: fc.option(fc.constant('helper'), { nil: undefined, freq: 2 }),
        tier: one('1', '2', '3'),
        model: fc.constant('a model'),
        outputs: mostly<string[]>([], some(dataIds)),
        weights: one('open', 'closed'),
        training: mostly('none', one('instructed', 'own')),
        retentionDays: one(0, 30),
        agreedExpressly: yes,
        documented: documented(rate),
        exception: part({ agreement: one('contract', 'note', 'none') }, { clause: fc.constant('2') }),
        transparency: part(
          {},
          {
            systemProvider: one('client', 'firm'),
            interactsWithPeople: flag,
            obvious: flag,
            informsPeople: flag,
            generatesContent: flag,
            assistiveOnly: flag,
            marksOutput: flag,
            onMarketSince: one(...days),
            emotionOrBiometricCategorisation: flag,
            exposedPersonsInformed: flag,
            deepFakes: flag,
            publicInterestText: flag,
            artificialOriginDisclosed: flag,
            editoriallyReviewed: flag,
            authorisedByLaw: flag,
            offenceReporting: flag,
          },
        ),
      },
    )
  return listOf(use('a1', 'c1'), use('a2', 'c2'), use('a3', 'c3'))
}

const qualities = ['affirmative-act', 'informed', 'specific', 'refusable', 'withdrawable', 'recorded']

function tags(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const tag = (name: string, kind: string, content: fc.Arbitrary<string[]>) =>
    part(id(name), {
      title: fc.constant(`Tag ${name}`),
      kind: mostly(kind, one('analytics', 'tag-container', 'tracking', 'marketing', 'functional')),
      on: one('c1', 'c2'),
      component: one('c2', 'c3', 'none'),
      loads: content,
      consent: part(
        {},
        {
          mechanism: mostly('a banner', one('none')),
          qualities: mostly(qualities, some(qualities)),
          since: mostly('2026-01-10', one(...moments)),
          firesBefore: mostly<string[]>([], some(['script-load', 'cookieless-ping', 'device-storage', 'measurement'])),
        },
      ),
      documented: part({}, { agreement: mostly('contract', one('none', 'note')), clause: one('4', '5') }),
      termsAccepted: part(
        {},
        {
          on: mostly('2026-01-10', one('none', ...moments)),
          with: one('google-analytics/google-ireland', 'google-tag-manager/google-ireland', ...entities),
        },
      ),
      runsFrom: mostly('2026-09-01', one(...moments)),
    })
  const none = fc.constant<string[]>([])
  return listOf(
    tag('t1', 'tag-container', fc.oneof(none, some(['t2', 't3']))),
    tag('t2', 'analytics', none),
    tag('t3', 'marketing', none),
  )
}

function assurance(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const audit = (name: string) =>
    part(id(name), {
      title: fc.constant(`Audit ${name}`),
      kind: one('formal-review', 'formal-review', 'controller-inspection', 'trust-center-acceptance'),
      mandatedBy: mostly('client', one('firm', 'partner', 'nimbus')),
      auditor: mostly('vendor', one('firm', 'client', 'partner', 'nimbus/nimbus-eu', 'aws')),
      independent: yes,
      conditions: part({}, { agreement: mostly('contract', one('none', 'note')), clause: fc.constant('9') }),
      on: one(...moments),
      record: mostly('minutes', one('none')),
      auditRight: mostly('kept', one('limited', 'removed')),
    })
  const policy = (name: string) =>
    part(id(name), {
      policy: fc.constant('Access policy'),
      extent: one('full', 'summary'),
      with: mostly('vendor', one('client', 'partner', 'firm', 'aws')),
      on: one(...moments),
    })
  return part({}, { audits: listOf(audit('v1'), audit('v2')), sharedPolicies: listOf(policy('w1'), policy('w2')) })
}

function safeguards(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const flag = fc.boolean()
  const evidence = { evidence: fc.constant('a file') }
  const ground = one(
    'adequacy',
    'adequacy',
    'dpf',
    'dpf',
    'scc',
    'scc',
    'scc',
    'bcr',
    'code-of-conduct',
    'public-body-instrument',
    'derogation',
    'none',
    'dpa',
    'privacy-shield',
  )
  const safeguard = (name: string) =>
    part(
      {
        ...id(name),
        exporter: one('client', 'client', 'firm', 'partner', 'nimbus/nimbus-eu', 'nimbus', 'vendor', 'aws/aws-emea'),
        importer: one(
          'nimbus',
          'nimbus',
          'nimbus/nimbus-inc',
          'nimbus/nimbus-inc',
          'nimbus@US',
          'nimbus@worldwide',
          'partner',
          'partner',
          'vendor',
          'aws',
          'aws/aws-inc',
          'aws@US',
          'openai',
          'nimbus/nimbus-far',
          'firm',
        ),
      },
      {
        reliesOn: ground,
        ukReliesOn: one('uk-adequacy', 'uk-extension', 'idta', 'uk-addendum', 'uk-bcr', 'uk-derogation', 'none'),
        fallbacks: some(['scc', 'bcr']),
        firstTransferOn: one(...moments),
        dpf: part(
          {},
          {
            entity: one('Nimbus Inc.', 'The partner', 'The vendor'),
            status: mostly('active', one('inactive', 'not-listed')),
            frameworks: mostly(['eu-us'], some(['eu-us', 'uk-extension'])),
            covers: mostly(['hr', 'non-hr'], some(['hr', 'non-hr'])),
            checkedOn: one(...moments),
            recertificationDue: mostly('2027-06-01', one(...days)),
            ...evidence,
          },
        ),
        scc: part(
          {},
          {
            set: mostly('2021-914', one('2010-87', '2021-915')),
            modules: mostly<readonly number[]>([1, 2, 3, 4], fc.subarray([1, 2, 3, 4], { minLength: 1 })),
            modulesConfirmed: flag,
            bindsFrom: mostly('2026-01-10', one(...moments)),
            annexes: mostly('complete', one('incomplete')),
            ...evidence,
          },
        ),
        bcr: part(
          {},
          { type: one('controller', 'processor'), members: some(partyRefs), approvedOn: one(...days), ...evidence },
        ),
        otherTool: part({}, { authorised: flag, bindingCommitments: flag, ...evidence }),
        derogation: part(
          { letter: one('a', 'b', 'c', 'd', 'e', 'f', 'g', 'compelling') },
          Object.fromEntries(
            [
              'occasional',
              'explicitConsent',
              'consentSpecific',
              'risksInformed',
              'necessary',
              'publicInterestInLaw',
              'subjectIncapable',
              'publicRegister',
              'wholeRegister',
              'publicAuthorityExporter',
              'repetitive',
              'limitedSubjects',
              'notOverridden',
              'suitableSafeguards',
              'authorityInformed',
              'subjectsInformed',
              'recorded',
            ].map((key) => [key, yes]),
          ),
        ),
        tia: part(
          { on: mostly('2026-01-10', one('none', ...days)) },
          {
            reviewBy: mostly('2027-03-01', one(...days)),
            problematicLaw: one('none', 'not-applied', 'applies'),
            ...evidence,
          },
        ),
        measures: some(['uc1', 'uc2', 'uc3', 'uc4', 'uc5', 'uc6', 'uc7']),
        measureFacts: part(
          {},
          {
            strongEncryption: flag,
            transitOnly: flag,
            recipientProtectedByLaw: flag,
            splitAcrossJurisdictions: flag,
            singlingOutExcluded: flag,
          },
        ),
        combinesWithEuData: flag,
        onward: part({}, { contract: flag, conditionsMet: flag }),
        instructions: documented(rate),
        documented: documented(rate),
      },
    )
  return listOf(safeguard('s1'), safeguard('s2'), safeguard('s3'), safeguard('s4'))
}

function agreements(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const agreement = (name: string) =>
    part(id(name), {
      title: fc.constant(`The ${name}`),
      kind: mostly('dpa', one('offer', 'dpa', 'other', 'joint-controller-arrangement', 'controller-terms')),
      parties: fc.oneof(
        some(['client', 'firm']),
        some(partyRefs),
        fc.constant(['client', 'firm', 'nimbus', 'veldhuis']),
      ),
      signedOn: mostly('2026-01-10', one('none', ...days)),
      acceptance: part(
        { on: mostly('2026-01-10', one('none', ...moments)) },
        { by: fc.constant('management'), version: fc.constant('3') },
      ),
      template: one('whole', 'half', 'imagodraw'),
      terms: processingTerms(rate),
      components: some(['c1', 'c2', 'c3']),
    })
  return listOf(agreement('contract'), agreement('note'))
}

const bases = ['services', 'data', 'infrastructure', 'client-regulation']

function security(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const document = { agreement: mostly('contract', one('none', 'note')), clause: fc.constant('2') }
  const commitment = (name: string) =>
    part(id(name), {
      title: fc.constant(`Commitment ${name}`),
      kind: one('dedicated-infrastructure', 'rto-rpo', 'penetration-test'),
      required: fc.boolean(),
      claimed: fc.boolean(),
      agreed: part({}, document),
    })
  return part(
    {},
    {
      measures: part({}, { ...document, covers: mostly(bases, some(bases)) }),
      development: part({}, { custom: fc.boolean(), controls: part({}, document) }),
      commitments: listOf(commitment('k1'), commitment('k2')),
    },
  )
}

const termNames = [
  'part-of-service-agreement',
  'duration',
  'documented-instructions',
  'confidentiality',
  'sub-processor-list',
  'assistance-with-rights',
  'breach-notice',
  'deletion-or-return',
  'audits',
  'ccpa-no-sale',
]

function processingTerms(rate: Rate) {
  const { part } = parts(rate)
  const place = mostly('clause 3', fc.constant('not-in-document'))
  return part(
    {},
    {
      basedOn: one('none', 'scc-2021-915', 'scc-2021-914-module-3'),
      measures: part(
        {},
        {
          transit: one('none', 'tls-1.2', 'tls-1.3'),
          isolation: one('none', 'logical', 'physical'),
        },
      ),
      regimes: mostly(['gdpr', 'uk-gdpr', 'ccpa'], some(['gdpr', 'ccpa'])),
      purposes: mostly(purposes, some(purposes)),
      states: part({}, Object.fromEntries(termNames.map((term) => [term, place]))),
      subProcessing: part({}, { authorisation: one('general', 'specific', 'none'), named: some(partyRefs) }),
      rights: part(
        {},
        { tools: yes, covers: mostly(['access', 'correction', 'deletion'], some(['access', 'deletion'])) },
      ),
      breachNotice: part(
        {},
        {
          withoutUndueDelay: yes,
          within: one('none', 'PT24H', 'PT72H', 'P4D'),
          startsAt: one('awareness', 'confirmation'),
          information: yes,
        },
      ),
      deletion: part(
        {},
        {
          choice: one('controller', 'processor', 'open'),
          copies: yes,
          retention: one('none', 'union-or-member-state-law', 'wider'),
        },
      ),
    },
  )
}

function legalBases(rate: Rate) {
  const { part } = parts(rate)
  return fc.array(
    part(
      {
        controller: mostly('client', one('firm', 'partner')),
        data: fc.constant([...dataIds, 'visitor-ip-addresses']),
        purposes: mostly(purposes, few(purposes)),
        basis: mostly('contract', one('consent', 'none')),
      },
      { record: fc.constant('register') },
    ),
    { maxLength: 2 },
  )
}

function decisions(rate: Rate) {
  const { part } = parts(rate)
  const criteria = ['evaluation-or-scoring', 'automated-decision', 'sensitive-data', 'vulnerable-subjects']
  return part(
    {},
    {
      tierChoice: part({ on: mostly('2026-01-10', one('none')) }, { factors: mostly(factors, some(factors)) }),
      impactAssessment: part(
        {},
        {
          status: one('done', 'screening', 'none'),
          on: one(...days),
          article35: some(['a', 'b']),
          nationalList: fc.boolean(),
          criteria: some(criteria),
          reasoned: fc.boolean(),
        },
      ),
      processorAssessments: fc.array(
        part(
          {
            processor: one('firm', 'nimbus', 'nimbus/nimbus-eu', 'aws', 'aws/aws-emea', 'partner', 'veldhuis'),
            on: one('2026-01-10', 'none'),
          },
          { thirdCountryParent: yes },
        ),
        { maxLength: 3 },
      ),
      equivalenceAssessments: fc.array(
        part({ processor: one('nimbus', 'nimbus/nimbus-inc', 'aws', 'veldhuis'), on: one('2026-01-10', 'none') }, {}),
        { maxLength: 2 },
      ),
    },
  )
}

function accounts(rate: Rate) {
  const { part, id, listOf } = parts(rate)
  const account = (name: string) =>
    part(id(name), {
      title: fc.constant(`Account ${name}`),
      kind: mostly('interactive', one('service')),
      holders: mostly(['p1'], some(['p1', 'p2'])),
      owner: one('p1', 'p2'),
      organisation: mostly('firm', one('client', 'partner')),
      samePromise: fc.boolean(),
      administers: fc.oneof(
        some(['c1', 'c2', 'c3']),
        fc.constant(['c1', 'c2', 'c3']),
        few(['aws/ec2', 'nimbus/desk', 'c1']),
      ),
      administrative: yes,
      grants: some(['read', 'write']),
      roleNeeds: mostly(['read', 'write'], some(['read', 'write'])),
      mfa: mostly('passkey', one('none', 'push')),
      mfaVerifiedOn: one(...moments),
      grantedFor: one('sample', 'earlier'),
      grantedForEnds: one('none', ...moments),
      grantedOn: one(...days),
      revokedOn: one('none', ...moments),
    })
  return fc.oneof(
    { weight: 4, arbitrary: listOf(account('u1'), account('u2')) as fc.Arbitrary<unknown> },
    { weight: 1, arbitrary: fc.constant('firm') },
  )
}

function people(rate: Rate) {
  const { part, id } = parts(rate)
  const person = (name: string) =>
    part(id(name), {
      employer: one('firm', 'client', 'partner', 'nimbus'),
      boundToConfidentiality: yes,
      worksFrom: few(places),
    })
  return fc.tuple(person('p1'), person('p2')).map((list): Part[] => list)
}

function atRate(rate: Rate, library: Library): fc.Arbitrary<Engagement> {
  const { part } = parts(rate)
  return part(
    {
      apiVersion: fc.constant('douane/v1'),
      kind: fc.constant('Engagement'),
      id: fc.constant('sample'),
      title: fc.constant('Sample'),
      context: one('client-system', 'client-system', 'internal-operations', 'internal-operations', 'vendor-use'),
      // Most of the rest refers to these.
      parties: parties(rate),
      people: people(rate),
      data: data(rate),
      components: components(rate, library),
      agreements: agreements(rate),
    },
    {
      providers: providers(rate),
      starts: one(...moments),
      ends: one('none', ...moments),
      regimes: some(['gdpr', 'uk-gdpr', 'ccpa']),
      flows: flows(rate),
      remoteAccess: remoteAccess(rate),
      aiUses: aiUses(rate),
      tags: tags(rate),
      assurance: assurance(rate),
      safeguards: safeguards(rate),
      security: security(rate),
      legalBases: legalBases(rate),
      decisions: decisions(rate),
      accounts: accounts(rate),
    },
  ).map((value) => mended(value as unknown as Engagement) as Engagement)
}

/** Complete, and nothing to complain of: what most random descriptors are not. */
const calm: Part = {
  apiVersion: 'douane/v1',
  kind: 'Engagement',
  id: 'sample',
  title: 'Sample',
  context: 'client-system',
  starts: '2026-09-01',
  ends: 'none',
  regimes: [],
  parties: [{ id: 'client', country: 'BE', parentCountry: 'none', role: 'controller' }],
  people: [
    { id: 'p1', employer: 'firm', worksFrom: ['BE'], boundToConfidentiality: true },
    { id: 'p2', employer: 'client', worksFrom: ['BE'], boundToConfidentiality: true },
  ],
  data: [
    {
      id: 'd1',
      categories: ['name'],
      subjects: ['customers'],
      classification: 'confidential',
      owner: 'client',
      state: 'clear',
      derivedFrom: [],
      additionalInformationFor: [],
    },
  ],
  components: ['c1', 'c2'].map((id) => ({
    id,
    service: 'veldhuis/hosting',
    contractedBy: 'client',
    operatedBy: 'firm',
    controlledBy: 'client',
    boundary: 'client-enterprise-cloud',
    publicFacing: false,
    holds: id === 'c1' ? ['d1'] : [],
    residency: [],
    purpose: 'hosting',
    needsClearText: true,
  })),
  providers: [
    {
      provider: 'veldhuis',
      usedSince: 'first-set',
      requestedBy: 'client',
      approvedArchitecture: { agreement: 'contract' },
      documented: { agreement: 'contract' },
      need: 'hosting',
      requiredCertifications: [],
    },
  ],
  flows: [
    {
      id: 'f1',
      from: 'c1',
      to: 'c2',
      data: ['d1'],
      purpose: 'hosting',
      transform: { kind: 'none' },
      transit: 'tls-1.3',
      needsClearText: true,
    },
  ],
  remoteAccess: [],
  aiUses: [],
  tags: [],
  assurance: { audits: [], sharedPolicies: [] },
  safeguards: [],
  agreements: [
    {
      id: 'contract',
      kind: 'dpa',
      template: 'whole',
      parties: ['client', 'firm', 'veldhuis'],
      signedOn: '2026-08-01',
      acceptance: { on: '2026-08-01', by: 'management', version: '3' },
      terms: { purposes: ['hosting'] },
      components: ['c1', 'c2'],
    },
  ],
  legalBases: [{ controller: 'client', data: ['d1'], purposes: ['hosting'], basis: 'contract' }],
  security: {
    measures: { agreement: 'contract', covers: bases },
    development: { custom: true, controls: { agreement: 'contract' } },
    commitments: [{ id: 'k1', kind: 'rto-rpo', required: true, claimed: true, agreed: { agreement: 'contract' } }],
  },
  decisions: { tierChoice: { on: '2026-01-10', factors } },
  accounts: [
    {
      id: 'u1',
      kind: 'interactive',
      holders: ['p1'],
      organisation: 'firm',
      administers: ['c1', 'c2'],
      administrative: true,
      grants: ['read'],
      roleNeeds: ['read', 'write'],
      mfa: 'passkey',
      mfaVerifiedOn: '2026-09-01',
      grantedFor: 'sample',
      grantedOn: '2026-09-01',
      revokedOn: 'none',
    },
  ],
}

/** Calm, with some parts of a random one. */
function disturbed(random: fc.Arbitrary<Engagement>): fc.Arbitrary<Engagement> {
  const keys = Object.keys(calm).filter((key) => !['apiVersion', 'kind', 'id', 'title'].includes(key))
  return fc
    .tuple(random, fc.subarray(keys, { maxLength: 2 }), fc.subarray(['legalBases', 'safeguards']))
    .map(([other, some, harmless]) => {
      const value: Part = { ...calm }
      for (const key of [...some, ...harmless]) value[key] = (other as unknown as Part)[key]
      return mended(
        Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as unknown as Engagement,
      )
    })
}

/** Little left out, much left out, and hardly anything wrong, in turn. */
export const engagements = (library: Library): fc.Arbitrary<Engagement> =>
  fc.oneof(atRate(60, library), atRate(12, library), atRate(5, library), disturbed(atRate(60, library)))

const referring = new Set([
  'agreement',
  'auditor',
  'by',
  'client',
  'component',
  'components',
  'controller',
  'contractedBy',
  'controlledBy',
  'data',
  'derivedFrom',
  'additionalInformationFor',
  'employer',
  'exporter',
  'from',
  'holds',
  'importer',
  'keyHolders',
  'loads',
  'mandatedBy',
  'members',
  'on',
  'named',
  'operatedBy',
  'organisation',
  'outputs',
  'owner',
  'parties',
  'performedBy',
  'processor',
  'requestedBy',
  'systemProvider',
  'to',
  'with',
  'administers',
])

/**
 * Without what refers to an entry that this descriptor does not have, and without circles of derivation: a descriptor
 * with either is refused, and shows nothing. Keys that are needed take what they refer to along.
 */
function mended(engagement: Engagement): Engagement {
  const pools = [...dataIds, 'c1', 'c2', 'c3', 'client', 'partner', 'vendor', 'contract', 'note', 't1', 't2', 't3']
  const there = new Set<string>()
  const features = new Set<string>()
  for (const list of ['parties', 'data', 'components', 'agreements', 'tags'] as const) {
    for (const entry of engagement[list] ?? []) there.add(entry.id)
  }
  for (const component of engagement.components ?? [])
    if (component.service === 'nimbus/desk') features.add(component.id)
  const gone = new Set(pools.filter((id) => !there.has(id)))
  const needed: Readonly<Record<string, readonly string[]>> = {
    flows: ['from', 'to'],
    remoteAccess: ['by', 'to'],
    aiUses: ['component'],
    safeguards: ['exporter', 'importer'],
    processorAssessments: ['processor'],
    exception: ['agreement'],
    context: ['is', 'agreement'],
    release: ['by'],
    legalBases: ['controller', 'data'],
    equivalenceAssessments: ['processor'],
  }
  const clean = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return referring.has(key) && gone.has(value) ? undefined : value
    if (Array.isArray(value)) {
      const list = value.map((item) => clean(item, key)).filter((item) => item !== undefined)
      return list.length === 0 && value.length > 0 && ['data', 'to', 'from'].includes(key) ? undefined : list
    }
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(
      ([name, inner]) => [name, clean(inner, name === 'data' && key === '' ? 'assets' : name)] as const,
    )
    const cleaned = Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
    return (needed[key] ?? []).some((name) => cleaned[name] === undefined) ? undefined : cleaned
  }
  const result = clean(engagement, '') as Part &
    Partial<
      Record<
        'parties' | 'data' | 'components' | 'flows' | 'remoteAccess' | 'aiUses' | 'safeguards' | 'agreements',
        Part[]
      >
    > & {
      regimes?: string[]
    }
  // An asset derives from those before it, and two safeguards for the same two parties are ambiguous.
  for (const asset of result.data ?? []) {
    if (asset.derivedFrom !== undefined)
      asset.derivedFrom = (asset.derivedFrom as string[]).filter((id) => id < (asset.id as string))
    if (asset.additionalInformationFor !== undefined)
      asset.additionalInformationFor = (asset.additionalInformationFor as string[]).filter((id) => id !== asset.id)
  }
  const contracting = new Set((engagement.components ?? []).map((one) => one.contractedBy as unknown))
  // What a place decides, the schema lets one deny; loading does not.
  for (const party of result.parties ?? []) {
    if (party.entity !== undefined) for (const key of ['country', 'parentCountry']) delete party[key]
    if (['BE', 'DE', 'RE'].includes(party.country as string) && party.gdpr !== undefined) party.gdpr = 'established'
    if (party.roles !== undefined) delete party.role
    // What has systems run, or is a registered company, is no mere data subject.
    const acts =
      party.id === 'client' || party.client === true || party.entity !== undefined || contracting.has(party.id)
    if (acts && party.role === 'data-subject') delete party.role
    if (acts && Array.isArray(party.roles))
      party.roles = (party.roles as Part[]).filter((one) => one.role !== 'data-subject')
    if (party.ukGdpr === true && result.regimes !== undefined && !result.regimes.includes('uk-gdpr'))
      delete party.ukGdpr
    if (party.ccpaBusiness === true && result.regimes !== undefined && !result.regimes.includes('ccpa'))
      delete party.ccpaBusiness
    if (party.country === 'GB' && party.ukGdpr !== undefined) party.ukGdpr = true
  }
  for (const flow of result.flows ?? []) {
    const { from, transform, transit = 'none' } = flow
    if (flow.means === 'physical' && transit !== 'none') flow.means = 'electronic'
    const [one, other] = [from, flow.to].map((id) => engagement.components?.find((component) => component.id === id))
    const isOneMachine = one?.service === other?.service && one?.region === other?.region
    if (transit === 'in-process' && (one === undefined || other === undefined || !isOneMachine))
      flow.transit = 'tls-1.2'
    const step = transform as Part | undefined
    if (step?.performedBy === 'sender') step.performedBy = from
  }
  // What somebody has access to is there.
  for (const { to, data } of result.remoteAccess ?? []) {
    const first = (result.components ?? []).find(({ id }) => id === (to as string[])[0])
    if (Array.isArray(first?.holds) && Array.isArray(data)) first.holds = [...new Set([...first.holds, ...data])]
  }
  // What an account of another party's personnel promises is not judged: who holds it has to be of that party.
  for (const account of accountsIn(result))
    if (account.organisation !== 'firm' && (account.holders as string[] | undefined)?.length !== 0)
      delete account.organisation
  for (const use of result.aiUses ?? []) if (!features.has(use.component as string)) delete use.feature
  mendAgreements(result.agreements ?? [])
  const pairs = new Set<string>()
  const alone = (result.safeguards ?? []).filter(({ exporter, importer }) => {
    const pair = `${exporter} ${importer}`
    if (exporter === importer || pairs.has(pair)) return false
    pairs.add(pair)
    return true
  })
  return { ...result, ...(result.safeguards === undefined ? {} : { safeguards: alone }) } as unknown as Engagement
}

const accountsIn = ({ accounts }: Part): readonly Part[] => (Array.isArray(accounts) ? (accounts as Part[]) : [])

/** What the templates of the fixtures leave open. */
const leftOpen: Readonly<Record<string, readonly string[]>> = {
  whole: ['purposes'],
  half: ['purposes', 'regimes', 'subProcessing', 'rights', 'deletion'],
  imagodraw: [],
}

/** Terms that deny the template or the clauses, and two agreements of the same parties, are refused and show nothing. */
function mendAgreements(agreements: readonly Part[]): void {
  for (const agreement of agreements) {
    const terms = agreement.terms as Part | undefined
    if (terms === undefined) continue
    const open = leftOpen[String(agreement.template)]
    if (open !== undefined) for (const key of Object.keys(terms)) if (!open.includes(key)) delete terms[key]
    const states = terms.states as Part | undefined
    if (states === undefined || !String(terms.basedOn).startsWith('scc')) continue
    for (const [term, place] of Object.entries(states)) if (place === 'not-in-document') delete states[term]
  }
  const [first, second] = agreements
  const providerOf = (ref: unknown): string => String(ref).split(/[/@]/)[0] ?? ''
  const bound = new Set(((first?.parties as string[] | undefined) ?? []).map(providerOf))
  if (second?.parties === undefined || [first, second].some((one) => one?.kind !== 'dpa')) return
  const others = (second.parties as string[]).filter((ref) => !bound.has(providerOf(ref)))
  second.parties = bound.has('client') ? ['client', ...others] : others
}
