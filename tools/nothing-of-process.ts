/** In place of `process` in bundled packages, which ask it what their own developers want to be shown. */
export const env = {}
export const emitWarning = undefined
