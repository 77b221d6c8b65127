import { harmless } from '../../text/harmless.ts'

/** HTML that is safe to put into a page. Only `html` makes it, so that nothing else gets there unescaped. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template: texts are escaped, markup is taken as it is, lists are joined, nothing is left out. */
export type Part = string | number | Markup | undefined | false | readonly Part[]

/** Writes HTML. Whatever is not markup itself is escaped, in text and in quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? ''
  for (let at = 0; at < parts.length; at += 1) text += written(parts[at]) + (strings[at + 1] ?? '')
  return new Markup(text)
}

const nothing = new Markup('')

/** Some markup, where a condition holds. */
export function when(condition: unknown, markup: () => Markup): Markup {
  return condition ? markup() : nothing
}

/** A list with something between its items. */
export function joined(parts: readonly Part[], separator: string): readonly Part[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part]))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function written(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escaped(part)
  return part.map(written).join('')
}

/** Text in which nothing acts: not as markup, and not on the direction or visibility of what stands beside it. */
function escaped(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
