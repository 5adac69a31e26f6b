/**
 * What the processes of the store have in their environment for the C library, so that they hold less memory: one place for all
 * threads to take memory from. V8's threads would each have one of their own, which keeps what they needed once.
 */
export const memorySettings = { MALLOC_ARENA_MAX: '1' };
