/**
 * Which part of src/ may import which. The layout is explained in docs; here stands only what is enforced.
 * A layer may import itself, the layers listed for it, and nothing else in src/.
 */

const core = ['model', 'text']
const stages = ['load', 'derive', 'evaluate', 'settle', 'reduce', 'render', 'import']
const product = [...core, ...stages, 'pipeline']
const services = ['author', 'attest', 'batch']

/** layer -> [what it may import besides itself, why] */
const layers = {
  model: [[], 'model holds the types that everything shares; if it imported anything, everything would depend on that'],
  text: [['model'], 'text knows positions and words, not what they are about'],
  ...Object.fromEntries(
    stages.map((stage) => [
      stage,
      [core, 'stages meet only in pipeline.ts; one that imports another cannot be read alone'],
    ]),
  ),
  pipeline: [[...core, ...stages], 'the pipeline puts the stages together and knows nothing of who calls it'],
  ...Object.fromEntries(
    services.map((service) => [service, [product, 'author, attest and batch use the product, never one another']]),
  ),
  io: [core, 'io carries bytes and instants; what they mean is decided by pure code'],
  index: [[...product, ...services], 'the public API is pure: callers bring their own files and clock'],
  cli: [[...product, ...services, 'io', 'index'], 'the command line is the outermost layer'],
}

const folder = (layer) => (layer === 'pipeline' || layer === 'index' ? `${layer}[.]ts$` : `${layer}/`)
const anyOf = (names) => `^src/(${names.map(folder).join('|')})`
const outer = anyOf(['io', 'cli'])

const directions = Object.entries(layers).map(([layer, [allowed, comment]]) => ({
  name: `direction-of-${layer}`,
  comment,
  severity: 'error',
  from: { path: anyOf([layer]) },
  to: { path: '^src/', pathNot: anyOf([layer, ...allowed]) },
}))

export default {
  forbidden: [
    ...directions,
    {
      name: 'only-cli-imports-io',
      comment:
        'everything but the command line is given its files and clock, so that the same inputs give the same report',
      severity: 'error',
      from: { path: '^src/', pathNot: outer },
      to: { path: anyOf(['io']) },
    },
    {
      name: 'layout-is-known',
      comment: 'a file outside the layout escapes every other ban here; add its folder to the layers first',
      severity: 'error',
      from: { path: '^src/', pathNot: anyOf(Object.keys(layers)) },
      to: {},
    },
    {
      name: 'layout-is-known-alone',
      comment: 'the same for a file that imports nothing and that nothing in src/ imports',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: anyOf(Object.keys(layers)) },
      to: {},
    },
    {
      name: 'model-imports-nothing',
      comment: 'model is pure types and total functions; a package or a built-in there reaches every other file',
      severity: 'error',
      from: { path: anyOf(['model']) },
      to: { pathNot: anyOf(['model']) },
    },
    {
      name: 'no-file-system-or-clock',
      comment:
        'only io and cli touch the machine. Elsewhere only built-ins that compute: digests, bytes, text. ' +
        'node:path follows the platform, so it is node:path/posix',
      severity: 'error',
      from: { path: '^src/', pathNot: outer },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer|util|path/posix|string_decoder)$' },
    },
    {
      name: 'engine-only-in-evaluate',
      comment: 'json-rules-engine is the second opinion of the evaluation and of nothing else',
      severity: 'error',
      from: { path: '^src/', pathNot: anyOf(['evaluate']) },
      to: { path: '(^|/)json-rules-engine(/|$)' },
    },
    {
      name: 'engine-in-one-file',
      comment: 'one file knows how json-rules-engine behaves; a second would have to know its traps as well',
      severity: 'error',
      from: {},
      module: { path: '(^|/)json-rules-engine(/|$)', numberOfDependentsMoreThan: 1 },
    },
    {
      name: 'no-lazy-package',
      comment:
        'import() of a CommonJS package gives its named exports when run from source, and only `default` in the bundle; ' +
        'import() a file of ours that imports the package',
      severity: 'error',
      from: { path: '^src/' },
      to: { dynamic: true, path: '(^|/)node_modules/' },
    },
    {
      name: 'no-circular',
      comment: 'files in a circle can only be read, tested and moved together',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-development-code',
      comment: 'what is shipped may import src/ and the built validators, never tools, tests or development packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tools|tests|bench|dist)/' },
    },
    {
      name: 'no-development-package',
      comment: 'a package that only development installs is not there when the product runs',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'an import that resolves to nothing is an import that no ban can judge',
      severity: 'error',
      from: {},
      // The validators are generated by `npm run generate`, and may not be there yet.
      to: {
        couldNotResolve: true,
        pathNot: ['build/validators[.]mjs$', 'build/validators/[a-z-]+[.]mjs$', 'build/page[.]mjs$'],
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^build/'] },
    // Imports of types count: a stage that needs another's types depends on it.
    tsPreCompilationDeps: true,
    parser: 'tsc',
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mts', '.mjs', '.js', '.json'],
    },
  },
}
