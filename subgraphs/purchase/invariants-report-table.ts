import { z } from 'zod';

/** A row, which is that of the last look; stale_at: from when on it tells no more how things are. */
export const invariantsReportTable = `CREATE TABLE invariants_report (
  id TINYINT NOT NULL PRIMARY KEY,
  checked_at DATETIME(3) NOT NULL,
  duration_milliseconds INT UNSIGNED NOT NULL,
  stale_at DATETIME(3) NOT NULL,
  failure VARCHAR(500) NULL,
  invariants MEDIUMTEXT NOT NULL,
  CONSTRAINT invariants_report_last CHECK (id = 1)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`;

const violation = z.object({ subject: z.string(), seen: z.string(), expected: z.string() });

/** What the column `invariants` holds, as JSON: each invariant, how much it was held against, and the first violations. */
export const recordedInvariants = z.array(
  z.object({
    name: z.string(),
    about: z.string(),
    checked: z.int().nonnegative(),
    violated: z.int().nonnegative(),
    violations: z.array(violation),
  }),
);

/** What was found of each invariant. */
export type RecordedInvariants = z.infer<typeof recordedInvariants>;
