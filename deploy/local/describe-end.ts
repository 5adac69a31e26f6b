/** How a process ended, for a sentence: "exit code 1" or "SIGKILL". */
export const describeEnd = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal ?? `exit code ${code}`;
