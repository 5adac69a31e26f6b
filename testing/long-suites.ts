// What takes longest takes turns: three runs together tell all of it, and each run with FIGURES=full.
const longSuites = [
  [
    'deploy/previous-version/roll-out.test.ts',
    'subgraphs/auth/guessing.test.ts',
    'subgraphs/auth/rotate-signing-key.test.ts',
  ],
  [
    'restore/point-in-time.test.ts',
    'deploy/monitoring/watched-store.test.ts',
    'runtime/readers.test.ts',
    'backup/command.test.ts',
    'invariants/command.test.ts',
  ],
  [
    'backup/backup.test.ts',
    'deploy/nginx/rolling-restart.test.ts',
    'gateway/partial-data.test.ts',
    'deploy/monitoring/traces.test.ts',
    'runtime/writer-moves.test.ts',
  ],
] as const;

/** The files, from the project's folder, that a run of this turn leaves out. */
export const leftOutSuites = (turn: number): string[] =>
  longSuites.flatMap((suites, group) => (turn % longSuites.length === group ? [] : suites));
