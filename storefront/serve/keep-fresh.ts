/**
 * Reads something, and tells it again as it is for so many milliseconds. When it is read anew, what was read before is told
 * meanwhile; it is read once at a time. Rejects as `read` does, where nothing was read before.
 */
export function keepFresh<Value>(milliseconds: number, read: () => Promise<Value>): () => Promise<Value> {
  let kept: { value: Value; at: number } | undefined;
  let underWay: Promise<Value> | undefined;

  async function readAnew(): Promise<Value> {
    try {
      const value = await read();
      kept = { value, at: performance.now() };
      return value;
    } finally {
      underWay = undefined;
    }
  }

  return async () => {
    if (kept && performance.now() - kept.at < milliseconds) return kept.value;
    underWay ??= readAnew();
    if (!kept) return underWay;
    underWay.catch(() => undefined);
    return kept.value;
  };
}
