let turn: Promise<void> | undefined;

/**
 * Resolves when this turn of the event loop has read all that there is to read, for all who wait at once. What is sent after
 * that goes out in one go: under load the other side is woken once, not again and again by a request each, and does many at a
 * time too. Where nothing else is there to be read, that is at once.
 */
export function together(): Promise<void> {
  turn ??= new Promise(resolve => {
    setImmediate(() => {
      turn = undefined;
      resolve();
    });
  });
  return turn;
}
