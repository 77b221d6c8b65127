import ts from 'typescript'

/** A use of the machine that needs no import, so that no ban on imports sees it. */
export type AmbientUse = { readonly what: string; readonly why: string; readonly line: number }

const globals: Readonly<Record<string, string>> = {
  process: 'arguments, environment and working directory belong to cli',
  performance: 'the clock belongs to io',
  fetch: 'the product never uses the network',
  globalThis: 'it reaches every other global by another name',
  setTimeout: 'time belongs to io',
  setInterval: 'time belongs to io',
  setImmediate: 'time belongs to io',
  localStorage: 'storage belongs to io',
  Intl: 'locale data differs between machines; reports must not',
  eval: 'text is never run as code',
}

const members: Readonly<Record<string, string>> = {
  'Date.now': 'the instant is an argument',
  'Math.random': 'the same inputs give the same report',
  'crypto.randomUUID': 'the same inputs give the same report',
  'import.meta': 'where the code lies belongs to io',
}

const methods: Readonly<Record<string, string>> = {
  localeCompare: 'locale data differs between machines; compare code units',
  toLocaleString: 'locale data differs between machines',
  toLocaleDateString: 'locale data differs between machines',
  toLocaleTimeString: 'locale data differs between machines',
  toLocaleLowerCase: 'locale data differs between machines',
  toLocaleUpperCase: 'locale data differs between machines',
}

/** Uses of clock, environment, chance and locale in one file that is meant to be pure. */
export function ambientUses(file: string, text: string): readonly AmbientUse[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const uses: AmbientUse[] = []
  const visit = (node: ts.Node): void => {
    const found = useAt(node)
    if (found) {
      uses.push({ what: found[0], why: found[1], line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return uses
}

function useAt(node: ts.Node): readonly [what: string, why: string] | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`
    if (Object.hasOwn(members, name)) return [name, members[name] as string]
    if (Object.hasOwn(methods, node.name.text)) return [node.name.text, methods[node.name.text] as string]
  }
  if (ts.isMetaProperty(node)) return ['import.meta', members['import.meta'] as string]
  if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Date') {
    // `new Date(text)` only parses; without arguments, or called without `new`, it reads the clock.
    const reads = ts.isCallExpression(node) || !node.arguments?.length
    if (reads) return [ts.isCallExpression(node) ? 'Date()' : 'new Date()', members['Date.now'] as string]
  }
  if (ts.isIdentifier(node) && Object.hasOwn(globals, node.text) && isValue(node)) {
    return [node.text, globals[node.text] as string]
  }
  return undefined
}

/** An identifier read as a variable; a key, a member or a declared name of the same spelling is something else. */
function isValue(node: ts.Identifier): boolean {
  const parent = node.parent
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  if (ts.isBinaryExpression(parent) || ts.isCallExpression(parent) || ts.isNewExpression(parent)) return true
  if (ts.isShorthandPropertyAssignment(parent) || ts.isElementAccessExpression(parent)) return true
  if (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) return parent.initializer === node
  return (
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isTypeOfExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isTemplateSpan(parent)
  )
}
