import { mark } from './marks.ts'
import type { Outcome } from './model.ts'

const outcomes: readonly (readonly [Outcome, string])[] = [
  ['fail', 'a rule fails on it, or on what it leads to'],
  ['unknown', 'not known to be in order'],
  ['pass', 'every rule passes'],
  ['none', 'no rule applies'],
]

const arrow = (kind: string, outcome: Outcome, more = ''): string =>
  `<svg class="data-map-svg" width="56" height="24" viewBox="0 0 56 24" aria-hidden="true"><g class="map-edge ${kind} map-${outcome}"><path class="map-line" d="M8 12H44"/><polygon class="map-head" points="54,12 44,17 44,7"/>${more}</g></svg>`

/** What the signs of the drawing mean. */
export function legend(): string {
  const entries = [
    ...outcomes.map(([outcome, words]) => [
      arrow('map-flow', outcome, outcome === 'none' ? '' : mark(outcome, 26, 12, 0.8)),
      words,
    ]),
    [arrow('map-flow map-plain', 'none'), 'data flows'],
    [
      arrow('map-access map-plain', 'none', '<circle class="map-socket" cx="6" cy="12" r="4"/>'),
      'data can be reached without a flow: a provider’s other companies, support, remote access',
    ],
    [arrow('map-flow map-plain', 'none', '<path class="map-gate" d="M26 2V22"/>'), 'a border is crossed'],
  ]
  return `<ul class="data-map-legend" aria-label="What the signs mean">${entries.map(([sign, words]) => `<li>${sign}<span>${words}</span></li>`).join('')}</ul>`
}
