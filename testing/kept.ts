const undo: (() => Promise<void>)[] = [];

/** Remembers what is to be stopped when the run is over. */
export const keep = (stop: () => Promise<void>): void => {
  undo.unshift(stop);
};

/** Stops what was kept, the latest first. */
export async function stopKept(): Promise<void> {
  for (const stop of undo) await stop();
}
