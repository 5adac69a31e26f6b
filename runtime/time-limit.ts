/**
 * Calls back after so long, unless it is called off, by what is returned. A process that was stopped or too busy to look
 * first reads what has come meanwhile: an answer that is there in time is not late because it was not read.
 */
export function timeLimit(milliseconds: number, reached: () => void): () => void {
  let reading: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    reading = setImmediate(reached);
  }, milliseconds);
  return () => {
    clearTimeout(timer);
    clearImmediate(reading);
  };
}
