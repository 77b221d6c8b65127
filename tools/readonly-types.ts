import ts from 'typescript'

/** Makes every property, index signature and array in a file of types `readonly`: documents are never changed after loading. */
export function readonlyTypes(text: string): string {
  const tree = ts.createSourceFile('types.ts', text, ts.ScriptTarget.Latest, true)
  const insertions: { readonly at: number; readonly text: string }[] = []
  const insert = (at: number, added: string) => insertions.push({ at, text: added })
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) || ts.isIndexSignatureDeclaration(node)) insert(node.getStart(), 'readonly ')
    if (ts.isArrayTypeNode(node) || ts.isTupleTypeNode(node)) {
      // `readonly readonly T[][]` is no type: an array within an array needs its own brackets.
      const nested = ts.isArrayTypeNode(node.parent)
      insert(node.getStart(), nested ? '(readonly ' : 'readonly ')
      ts.forEachChild(node, visit)
      if (nested) insert(node.getEnd(), ')')
      return
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  // Stable: what is inserted first at one place stays outermost.
  const ordered = insertions.map((one, index) => ({ ...one, index })).sort((a, b) => a.at - b.at || a.index - b.index)
  let result = ''
  let from = 0
  for (const { at, text: added } of ordered) {
    result += text.slice(from, at) + added
    from = at
  }
  return result + text.slice(from)
}
