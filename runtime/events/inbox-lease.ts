/**
 * For so many seconds nobody else looks at an event that a process has taken up from the inbox; if that process dies,
 * another one does then. No owner is written down: what counts is the lock of the subject and how far it has come, so
 * that a process that sleeps through its lease finds nothing left to do.
 */
export const leaseSeconds = 5;
