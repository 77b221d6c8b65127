/** What a thread is started with in place of a command. */
export const inThread = '--in-thread'
