/** In place of node:child_process in the bundled command, which starts no other process. */
export const spawn = undefined
