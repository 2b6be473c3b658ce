/** What the user can put right, in words that are shown instead of a stack. */
export class UsageError extends Error {}
