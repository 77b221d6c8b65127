/**
 * Prose on lines of at most `width` columns, each indented. A word that is longer, such as a path, stays whole: cut in
 * two, it could not be copied.
 */
export function wrapped(text: string, width: number, indent: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((part) => ' '.repeat(indent) + part)
}

/** Prose under a name in the margin: `Source  GDPR, Art. 46`, further lines below the first. */
export function labelled(name: string, text: string, width: number, indent: number, margin = 8): readonly string[] {
  const [first = '', ...rest] = wrapped(text, width, indent + margin)
  return [`${' '.repeat(indent)}${name.padEnd(margin)}${first.slice(indent + margin)}`, ...rest]
}

/** Prose as an item of a list. */
export function bulleted(text: string, width: number, indent: number): readonly string[] {
  return labelled('-', text, width, indent, 2)
}
