/** A file that is to be written, relative to where the command runs. */
export type Draft = { readonly path: string; readonly text: string }

/** Text as a YAML scalar that means exactly that text. */
export function scalar(text: string): string {
  return /^[A-Za-z][A-Za-z0-9 ,()/'-]*[A-Za-z0-9)]$/.test(text) && !/^(true|false|null|yes|no|on|off|none)$/i.test(text)
    ? text
    : JSON.stringify(text)
}

/** `client-portal` as a first title: `Client portal`. */
export function titleFrom(id: string): string {
  const words = id.replace(/[.-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
