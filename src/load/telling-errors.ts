import type { ErrorObject } from 'ajv'

/**
 * The errors that help, of all that a validator reports. What has the wrong type is not also said to be another value.
 *
 * A schema that offers alternatives reports what is wrong with each of them. Here only the alternative that was
 * probably meant remains; or, where the value fits the beginning of none, the error of the alternatives as a whole.
 */
export function tellingErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const telling: ErrorObject[] = []
  for (const error of errors) {
    switch (error.keyword) {
      case 'if': // what is wrong inside of `then` or `else` is reported as well
        break
      case 'anyOf':
      case 'oneOf':
        telling.push(...meant(error, takeBranches(telling, error)))
        break
      case 'propertyNames':
        while (telling.at(-1)?.propertyName === error.params.propertyName && telling.length > 0) telling.pop()
        telling.push(error)
        break
      default:
        telling.push(error)
    }
  }
  const mistyped = new Set(telling.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath))
  return telling.filter(({ keyword, instancePath }) => !plain.has(keyword) || !mistyped.has(instancePath))
}

/** Removes what the alternatives reported: it stands directly before their common error. */
function takeBranches(errors: ErrorObject[], common: ErrorObject): readonly ErrorObject[] {
  let start = errors.length
  while (start > 0) {
    const before = errors[start - 1]
    if (!before || !isWithin(before, common) || before.parentSchema === common.parentSchema) break
    start -= 1
  }
  return errors.splice(start)
}

function isWithin(error: ErrorObject, { instancePath }: ErrorObject): boolean {
  return error.instancePath === instancePath || error.instancePath.startsWith(`${instancePath}/`)
}

function meant(common: ErrorObject, branches: readonly ErrorObject[]): readonly ErrorObject[] {
  // An alternative for another type of value was not meant.
  const fitting = branches.filter((error) => error.keyword !== 'type' || error.instancePath !== common.instancePath)
  const groups = byBranch(common, fitting).sort((one, other) => distance(common, one) - distance(common, other))
  const [best, second] = groups
  if (best === undefined) return [common]
  const isPlain = best.every((error) => error.instancePath === common.instancePath && plain.has(error.keyword))
  return second !== undefined && isPlain ? [common] : best
}

/** Keywords that say of a single value that it is another one. */
const plain: ReadonlySet<string> = new Set(['const', 'enum', 'pattern', 'format', 'minLength', 'minimum', 'maximum'])

/** Errors of one alternative stand together; where its path does not tell, a new one begins at the common place. */
function byBranch(common: ErrorObject, errors: readonly ErrorObject[]): ErrorObject[][] {
  const groups: ErrorObject[][] = []
  let current: unknown
  for (const error of errors) {
    const path = error.schemaPath.startsWith(`${common.schemaPath}/`)
    const number = path ? error.schemaPath.slice(common.schemaPath.length + 1).split('/')[0] : undefined
    const branch = number ?? (error.instancePath === common.instancePath ? error.parentSchema : current)
    if (groups.length === 0 || branch !== current) groups.push([])
    groups.at(-1)?.push(error)
    current = branch
  }
  return groups
}

/** How far a value is from an alternative: one with another constant, such as another `kind`, is far. */
function distance(common: ErrorObject, errors: readonly ErrorObject[]): number {
  const depth = common.instancePath.split('/').length + 1
  const other = errors.some(
    ({ keyword, instancePath }) => keyword === 'const' && instancePath.split('/').length === depth,
  )
  return errors.length + (other ? 1000 : 0)
}
