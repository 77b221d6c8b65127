import { renderTopic, type TopicFormat, topicNames, topicOf } from '../author/explain/topic.ts'
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
  const book = { packs: library.packs, sources: library.registry.sources, tests: library.tests }
  const topic = topicOf(id, book)
  if (topic === undefined) {
    const message = `There is no rule, control or pack called ${seen(id)}`
    const hint = suggest(id, topicNames(book))
    terminal.stderr.write(renderProblems([{ code: 'REFERENCE_UNKNOWN', message, hint }], []))
    return exit.unable
  }
  terminal.stdout.write(renderTopic(topic, flags.format, Math.min(100, Math.max(60, terminal.stdout.columns ?? 96))))
  return exit.pass
}
