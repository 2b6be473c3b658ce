/** An error that the user can fix: the command line prints its message without a stack trace. */
export class UsageError extends Error {}
