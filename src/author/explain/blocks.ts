/** A page before it is known whether it becomes text or Markdown. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly anchor?: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** What not every reader wants to see at once. */
  | { readonly kind: 'folded'; readonly title: string; readonly of: readonly Block[] }

/** `mark`: `1.` or `(a)`; none for a point without a number. */
export type Item = { readonly mark?: string; readonly text: string; readonly items?: readonly Item[] }

/** How the two formats write what stands within a line. */
export type Style = {
  /** Any text, made safe. */
  readonly plain: (text: string) => string
  readonly strong: (text: string) => string
  readonly code: (text: string) => string
  readonly link: (text: string, address: string | undefined) => string
  /** A statement that stands for a term. */
  readonly term: (text: string, id: string) => string
  /** What a term is called where it is defined. */
  readonly defined: (text: string, id: string) => { readonly mark: string; readonly text: string }
}
