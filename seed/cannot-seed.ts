/** Why a seed run cannot begin or go on, in words for the user: the message alone is printed. */
export class CannotSeed extends Error {}
