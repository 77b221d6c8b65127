import { expect, it } from 'vitest'
import { factsOf } from './subjects.ts'

const parties = [
  { id: 'client', country: 'BE', role: 'controller' },
  { id: 'vendor', country: 'BE', role: 'processor', client: false },
]

/** Whether the model in a component is somebody's service in the cloud, and how it is deployed. */
const deployed = (component: object) => {
  const components = [{ id: 'model', service: 'none', ...component }]
  const aiUses = [{ id: 'use', component: 'model' }]
  const { cloudService, delivery } = factsOf('ai-use', 'use', { parties, components, aiUses })
  return [cloudService, delivery]
}

it.each<[string, object, readonly unknown[]]>([
  ['its own', { operatedBy: 'firm', controlledBy: 'firm', boundary: 'firm-perimeter' }, [false, 'self-hosted']],
  ['the client runs', { operatedBy: 'client', boundary: 'client-premises' }, [false, 'self-hosted']],
  [
    'a vendor runs at the client',
    { operatedBy: 'vendor', controlledBy: 'client', boundary: 'client-premises' },
    [false, 'self-hosted'],
  ],
  ['a vendor runs', { operatedBy: 'vendor', controlledBy: 'vendor', boundary: 'other' }, [true, 'external-api']],
  [
    'a vendor runs at a provider',
    {
      service: 'veldhuis/hosting',
      contractedBy: 'vendor',
      operatedBy: 'vendor',
      controlledBy: 'vendor',
      boundary: 'other',
    },
    [true, 'external-api'],
  ],
  ['in the boundary of a provider', { operatedBy: 'firm', boundary: 'provider' }, [true, 'external-api']],
  ['of nobody knows whom', { controlledBy: 'vendor', boundary: 'other' }, [undefined, undefined]],
  ['in nobody knows whose boundary', { operatedBy: 'firm', controlledBy: 'firm' }, [undefined, undefined]],
  ['a vendor runs on nobody knows whose', { operatedBy: 'vendor', boundary: 'other' }, [undefined, undefined]],
  [
    'of a registered service, whoever runs it',
    { service: 'openai/api', contractedBy: 'firm', operatedBy: 'firm', boundary: 'other' },
    [true, 'external-api'],
  ],
])('a model %s', (_, component, expected) => {
  expect(deployed(component)).toEqual(expected)
})
