/**
 * A named place at which a test may have this process die, as a power cut would: FAILPOINT=<name> kills it
 * there by SIGKILL, in test builds alone. In every other process it does nothing.
 */
export async function failpoint(name: string): Promise<void> {
  if (process.env.NODE_ENV !== 'test' || process.env.FAILPOINT !== name) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}
