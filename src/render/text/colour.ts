const codes = {
  bold: ['1', '22'],
  dim: ['2', '22'],
  red: ['31', '39'],
  green: ['32', '39'],
  yellow: ['33', '39'],
  cyan: ['36', '39'],
} as const

type Style = keyof typeof codes

/** Puts a style around a text, or leaves it as it is where no colours are wanted. */
export type Paint = (text: string, ...styles: readonly Style[]) => string

export function painter(color: boolean): Paint {
  if (!color) return (text) => text
  return (text, ...styles) =>
    styles.reduce((painted, style) => `\u001b[${codes[style][0]}m${painted}\u001b[${codes[style][1]}m`, text)
}
