import { v5 } from 'uuid'
import { harmless } from '../../text/harmless.ts'

/** Version 5 of the URL `douane/oscal`: in it, one name is one UUID on every machine. */
const namespace = '9c2656bd-cf47-52d1-b015-fe2ba408ee5a'

/** The UUID of one thing, by what it is and by what makes it that one. */
export function uuidOf(...names: readonly string[]): string {
  return v5(JSON.stringify(names), namespace)
}

export type Property = { readonly name: string; readonly ns: string; readonly value: string }

/** A property of ours; OSCAL takes no empty values, and none that begin or end with a space. */
export function property(name: string, value: string): Property {
  const text = harmless(value).trim()
  return { name, ns: 'urn:douane:v1', value: text === '' ? 'none' : text }
}

/** Text of ours where OSCAL takes Markdown: nothing in it acts. */
export function prose(text: string): string {
  const inert = harmless(text).replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`)
  return inert.replace(/[\\`*_[\]{}~^]/g, '\\$&')
}

/** What OSCAL takes as a token: a letter or an underscore, then letters, digits, dots, hyphens and underscores. */
export function token(text: string): string {
  const fit = text.replace(/[^\p{L}\p{N}._-]/gu, '_')
  return /^[\p{L}_]/u.test(fit) ? fit : `_${fit}`
}

/** A reference to a place in a file, as the path was shown. */
export function hrefOf(file: string, line?: number): string {
  const path = file.split('/').map(encodeURIComponent).join('/')
  return line === undefined ? path : `${path}#L${line}`
}
