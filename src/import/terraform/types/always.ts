import { open, type Setting } from '../../setting.ts'

/** What no attribute of a type decides: the provider always does the same, which the registry may record. */
export const always: Setting<never> = open('(no attribute)', 'not-set')
