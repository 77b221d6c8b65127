/** The kind that a JSON document says it is, where a text is one; nothing more of it was looked at. */
export function kindIn(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    return (JSON.parse(text) as { readonly kind?: unknown }).kind
  } catch {
    return undefined
  }
}
