import type { Rulebook } from '../author/explain/explanation.ts'
import { renderTopic, rulesCalled, type TopicFormat, topicNames, topicOf } from '../author/explain/topic.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { renderProblems } from '../render/problems.ts'
import { seen } from '../text/harmless.ts'
import { suggest } from '../text/nearest.ts'
import type { LibraryFlags } from './inputs.ts'
import { readTested } from './library.ts'
import { type Exit, exit, type Terminal } from './terminal.ts'

type ExplainFlags = LibraryFlags & { readonly format: TopicFormat }

/** `douane explain`: a rule, a control or a pack in plain English. */
export async function explain(id: string, flags: ExplainFlags, terminal: Terminal): Promise<Exit> {
  const library = await readTested(flags, terminal)
  if (library === undefined) return exit.unable
  const book = { packs: library.packs, sources: library.registry.sources, tests: library.suites }
  const topic = topicOf(id, book)
  if (topic === undefined) {
    terminal.stderr.write(renderProblems([notFound(id, book)], []))
    return exit.unable
  }
  terminal.stdout.write(renderTopic(topic, flags.format, Math.min(100, Math.max(60, terminal.stdout.columns ?? 96))))
  return exit.pass
}

function notFound(id: string, book: Rulebook): Diagnostic {
  const namesakes = rulesCalled(id, book).map((rule) => rule.id)
  if (namesakes.length > 1) {
    const hint = `Name one of them with its pack: ${namesakes.join(', ')}.`
    return { code: 'AMBIGUOUS', message: `Several packs have a rule called ${seen(id)}`, hint }
  }
  const message = `There is no rule, control or pack called ${seen(id)}`
  return { code: 'REFERENCE_UNKNOWN', message, hint: suggest(id, topicNames(book)) }
}
