import type { RuleTests } from '../../load/rules/index.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { seen } from '../../text/harmless.ts'
import { suggest } from '../../text/nearest.ts'

/**
 * The tests that a pattern picks: all cases of a rule whose id it matches, and each case whose name it does. A pattern
 * with `*` or `?` has to match the whole; any other, a part of it.
 */
export function selected(suites: readonly RuleTests[], pattern: string): readonly RuleTests[] {
  const matches = matcher(pattern)
  return suites.flatMap((suite) => {
    const cases = matches(suite.rule.id) ? suite.cases : suite.cases.filter(({ name }) => matches(name))
    return cases.length === 0 ? [] : [{ ...suite, cases }]
  })
}

export function matcher(pattern: string): (name: string) => boolean {
  if (!/[*?]/.test(pattern)) return (name) => name.includes(pattern)
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const whole = new RegExp(`^${source}$`, 's')
  return (name) => whole.test(name)
}

export function nothingSelected(suites: readonly RuleTests[], pattern: string): Diagnostic {
  const names = suites.flatMap(({ rule, cases }) => [
    rule.id,
    rule.id.slice(rule.pack.length + 1),
    ...cases.map(({ name }) => name),
  ])
  return {
    code: 'FLAG_INVALID',
    message: `--run: no rule and no case is called ${seen(pattern)}`,
    hint: suggest(pattern, new Set(names)),
  }
}
