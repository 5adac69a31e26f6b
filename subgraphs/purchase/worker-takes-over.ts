// Longer than a request is given, so that the worker does not work beside the process that is at it.
const milliseconds = 10_000;

/** When the worker looks at a step that began now: by then whoever began it has finished, or died. */
export const workerTakesOverAt = (now: Date): Date => new Date(now.getTime() + milliseconds);
