import type { Head } from '../importer.ts'

/**
 * Whether a file is a template: by the key that only templates have, or, since that may be left out, by resources of
 * AWS. In JSON and in YAML, where a key may be in quotes.
 */
export function isTemplate({ text }: Head): boolean {
  if (/(^|[{,\s])["']?AWSTemplateFormatVersion["']?\s*:/.test(text)) return true
  const resources = /(^|[{,\s])["']?Resources["']?\s*:/.test(text)
  return resources && /(^|[{,\s])["']?Type["']?\s*:\s*["']?(AWS|Alexa|Custom)::/.test(text)
}
