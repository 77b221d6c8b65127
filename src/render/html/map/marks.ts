import { px } from './markup.ts'
import type { Outcome } from './model.ts'

/** A shape and a sign for each outcome, so that nothing depends on colour. Drawn, not written: no font has a say. */
const shapes: Readonly<Record<Outcome, { readonly shape: string; readonly sign: string }>> = {
  fail: {
    shape: '<path class="map-shape" d="M-3.7-9H3.7L9-3.7V3.7L3.7 9H-3.7L-9 3.7V-3.7Z"/>',
    sign: '<path class="map-sign" d="M-3.5-3.5L3.5 3.5M3.5-3.5L-3.5 3.5"/>',
  },
  unknown: {
    shape: '<path class="map-shape" d="M0-10.5L10.5 0L0 10.5L-10.5 0Z"/>',
    sign: '<path class="map-sign" d="M-2.6-2.4A2.6 2.6 0 1 1 1.2-.3Q0 .4 0 1.6M0 4.6V4.8"/>',
  },
  pass: {
    shape: '<circle class="map-shape" r="8.5"/>',
    sign: '<path class="map-sign" d="M-4 .2L-1.2 3L4-3"/>',
  },
  none: { shape: '<circle class="map-shape" r="4.5"/>', sign: '' },
}

export function mark(outcome: Outcome, x: number, y: number, scale = 1): string {
  const { shape, sign } = shapes[outcome]
  const size = scale === 1 ? '' : ` scale(${scale})`
  return `<g class="map-mark map-${outcome}" transform="translate(${px(x)} ${px(y)})${size}">${shape}${sign}</g>`
}
