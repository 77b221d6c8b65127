/**
 * In place of node:module in the bundled command: it brings the loader of modules, and only who looks for a package asks
 * for it.
 */
export const createRequire = (from: string) => process.getBuiltinModule('node:module').createRequire(from)
