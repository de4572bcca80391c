/** The command was called with something that does not fit; the message says what, and what would. */
export class UsageError extends Error {}
