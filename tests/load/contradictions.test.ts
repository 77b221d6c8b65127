import { describe, expect, it } from 'vitest'
import { type Changes, refusedWith } from '../derive/facts.ts'

const client = { id: 'client', country: 'BE', role: 'controller' } as const
const component = (id: string, service: string, more: object = {}) => ({ id, service, operatedBy: 'client', ...more })
const flow = (more: object) => [{ id: 'f', from: 'one', to: 'two', ...more }]
const refused = (changes: object) => refusedWith(changes as Changes)

describe('a data subject', () => {
  const role = { role: 'data-subject' }
  const roles = { roles: [{ role: 'controller', purpose: 'hosting' }, { role: 'data-subject' }] }
  it.each<[string, object, readonly object[]]>([
    ['the client', { components: [] }, [{ ...client, ...role }]],
    ['the client, for some purpose', {}, [{ id: 'client', country: 'BE', ...roles }]],
    ['the client by another name', {}, [{ id: 'buyer', client: true, ...role }]],
    ['a registered company', {}, [client, { id: 'other', entity: 'aws/aws-inc', ...role }]],
    [
      'who contracts a provider',
      { components: [component('one', 'aws/ec2', { contractedBy: 'other' })] },
      [client, { id: 'other', ...role }],
    ],
  ])('is not %s', (_, changes, parties) => {
    expect(refused({ ...changes, parties })).toEqual(['CONTRADICTION'])
  })

  it('is somebody else', () => {
    const components = [component('one', 'aws/ec2', { contractedBy: 'client' })]
    expect(refused({ components, parties: [client, { id: 'visitors', ...role }] })).toEqual([])
  })
})

describe('what leaves no machine', () => {
  const [server, database] = [component('one', 'aws/ec2', { region: 'eu-central-1' }), component('two', 'aws/rds')]
  it.each<[string, readonly object[], object, readonly string[]]>([
    ['goes to no other service', [server, database], {}, ['CONTRADICTION']],
    ['goes to no other region', [server, { ...server, id: 'two', region: 'eu-west-1' }], {}, ['CONTRADICTION']],
    ['goes to no party', [server], { to: 'client' }, ['CONTRADICTION']],
    ['comes from no party', [server], { from: 'firm', to: 'one' }, ['CONTRADICTION']],
    ['may go to another component on the service', [server, { ...server, id: 'two' }], {}, []],
    ['may go where nobody says on what it runs', [server, { id: 'two' }], {}, []],
  ])('%s', (_, components, more, expected) => {
    for (const transit of ['in-process', 'loopback'])
      expect(refused({ components, flows: flow({ transit, ...more }) })).toEqual(expected)
    expect(refused({ components, flows: flow({ transit: 'tls-1.3', ...more }) })).toEqual([])
  })
})

describe('what goes to an entity of a registered provider', () => {
  const model = { id: 'model', entity: 'openai/openai-ireland', role: 'processor' }
  it.each<[string, object, readonly string[]]>([
    ['says to which service', { to: 'model' }, ['AMBIGUOUS']],
    ['may come from there', { from: 'model', to: 'one' }, []],
    ['goes to anybody else', { to: 'client' }, []],
  ])('%s', (_, more, expected) => {
    const components = [component('one', 'none')]
    expect(refused({ parties: [client, model], components, flows: flow(more) })).toEqual(expected)
  })
})

describe('what is for inference', () => {
  const purpose = 'ai-inference'
  const server = component('two', 'aws/ec2')
  const office = (features: object) => component('two', 'nimbus/desk', features)
  const use = { id: 'use', component: 'two' }
  it.each<[string, object, readonly string[]]>([
    ['has no place where no use is', { two: { ...server, purpose } }, ['CONTRADICTION']],
    ['goes to no place where no use is', { two: server, more: { purpose } }, ['CONTRADICTION']],
    [
      'comes from no place where no use is',
      { two: server, more: { from: 'two', to: 'one', purpose } },
      ['CONTRADICTION'],
    ],
    ['goes to a listed use', { two: { ...server, purpose }, more: { purpose }, aiUses: [use] }, []],
    ['comes from a listed use', { two: server, more: { from: 'two', to: 'one', purpose }, aiUses: [use] }, []],
    ['goes to a registered service', { two: component('two', 'openai/api', { purpose }), more: { purpose } }, []],
    ['goes to a feature that is on', { two: office({ aiFeatures: { helper: 'on' } }), more: { purpose } }, []],
    ['goes to a feature that may be on', { two: office({}), more: { purpose } }, []],
    [
      'goes to no feature that is off',
      { two: office({ aiFeatures: { helper: 'off' } }), more: { purpose } },
      ['CONTRADICTION'],
    ],
    ['may go anywhere while no uses are listed', { two: server, more: { purpose }, aiUses: undefined }, []],
  ])('%s', (_, given, expected) => {
    const { two, more = {}, aiUses = [] } = given as { two: object; more?: object; aiUses?: object[] }
    const components = [component('one', 'none'), two]
    const uses = 'aiUses' in given && given.aiUses === undefined ? { aiUses: undefined } : { aiUses }
    expect(refused({ components, flows: flow(more), ...uses })).toEqual(expected)
  })
})
