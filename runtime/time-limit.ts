/**
 * A signal that is aborted after so long, unless it is called off. A process that was stopped or too busy to look
 * first reads what has come meanwhile: an answer that is there in time is not late because it was not read.
 */
export function timeLimit(milliseconds: number): { signal: AbortSignal; callOff(): void } {
  const controller = new AbortController();
  let reading: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    reading = setImmediate(() => controller.abort(new Error('the time limit was reached')));
  }, milliseconds);
  return {
    signal: controller.signal,
    callOff() {
      clearTimeout(timer);
      clearImmediate(reading);
    },
  };
}
