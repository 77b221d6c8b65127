import type { Head } from '../importer.ts'

/** The keys at the root of a plan; and of what is taken for one, so that it is refused with the reason. */
const keys = new Set([
  ...['format_version', 'terraform_version', 'variables', 'planned_values', 'proposed_unknown', 'resource_drift'],
  ...['resource_changes', 'deferred_changes', 'deferred_action_invocations', 'output_changes', 'action_invocations'],
  ...['prior_state', 'configuration', 'relevant_attributes', 'checks', 'timestamp', 'applyable', 'complete', 'errored'],
  ...['values', '@level'],
])

/** Whether a file is a plan by its first key; plans that were sorted by key begin with another. */
export function isPlan({ text }: Head): boolean {
  const first = /^\s*\{\s*"([^"\\]*)"/.exec(text)?.[1] ?? ''
  return keys.has(first) || (first === 'version' && text.includes('"terraform_version"'))
}
