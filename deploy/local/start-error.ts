/** Why the store cannot start, in words for the user: the message alone is printed. */
export class StartError extends Error {}
