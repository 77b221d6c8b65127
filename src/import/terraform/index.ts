import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Infrastructure } from '../../model/generated/infrastructure.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { ForeignFile, Read } from '../importer.ts'
import { Unreadable } from '../unreadable.ts'
import { collect } from './collect.ts'
import type { Collected } from './collected.ts'
import { describeAll } from './resources.ts'

/**
 * Reads what `terraform show -json` or `tofu show -json` writes of a plan, in format 1.x.
 *
 * Errors: IMPORT_SYNTAX, IMPORT_TRUNCATED, IMPORT_ENCODING, IMPORT_TOO_DEEP, IMPORT_VERSION, IMPORT_MALFORMED (also for a
 * state), IMPORT_NOTHING.
 */
export async function read(file: ForeignFile): Promise<Result<Read<Infrastructure>, Diagnostic>> {
  try {
    const collected = await collect(file.chunks())
    const { resources, destroyed, read: sources, tool, formatVersion } = collected
    if (resources.size + destroyed.size + sources.size === 0)
      throw new Unreadable('IMPORT_NOTHING', 'The plan has no resources', 'Give the plan of what is checked.')
    const partial = partialBecause(collected)
    return ok({
      format: 'terraform-plan',
      ...(formatVersion !== undefined && { formatVersion }),
      ...(tool !== undefined && { tool: `Terraform or OpenTofu ${tool}` }),
      ...(partial !== undefined && { partial }),
      ...describeAll(collected),
      notDeployed: { destroyed: destroyed.size, read: sources.size },
    })
  } catch (error) {
    if (error instanceof Unreadable) return failed([error.problemIn(file.path)])
    throw error
  }
}

/** Why there may be more than the plan shows, by what it says itself. */
function partialBecause({ errored, complete, deferred }: Collected): string | undefined {
  const reasons = [
    errored ? 'planning ended with an error' : undefined,
    deferred > 0 ? `${deferred} changes are put off until a later plan` : undefined,
    complete || deferred > 0 ? undefined : 'the plan says that another one is needed after it, as with -target',
  ].filter((one) => one !== undefined)
  return reasons.length === 0 ? undefined : reasons.join('; ')
}
