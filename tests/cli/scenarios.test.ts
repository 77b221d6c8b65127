import { expect, it } from 'vitest'
import { play, scenarios } from './scenario.ts'

it.each(scenarios())('$file: $name', async (scenario) => {
  const outcome = await play(scenario)
  expectText(outcome.stderr, scenario.stderr)
  expectText(outcome.stdout, scenario.stdout)
  expect(outcome.exit).toBe(scenario.exit)
  expect(Object.keys(outcome.written).sort()).toEqual(Object.keys(scenario.written ?? {}).sort())
  for (const [name, parts] of Object.entries(scenario.written ?? {})) expectText(outcome.written[name] ?? '', parts)
  for (const text of scenario.absent ?? []) expect(outcome.stdout + outcome.stderr).not.toContain(text)
})

/** The whole of it, or parts in their order. */
function expectText(text: string, wanted: string | readonly string[] = ''): void {
  if (typeof wanted === 'string') {
    expect(text).toBe(wanted)
    return
  }
  let from = 0
  for (const part of wanted) {
    const found = text.indexOf(part, from)
    if (found < 0) expect(text.slice(from)).toContain(part)
    from = found + part.length
  }
}
