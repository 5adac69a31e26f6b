import { markdownTable } from '../deploy/markdown-table.ts';
import { figure } from './figure.ts';

/** Something that is to be reached, and what was measured of it. */
export interface Mark {
  mark: string;
  /** What it is to be: at least, or at the most. Undefined where it is reported only. */
  wanted?: { atLeast: number } | { atMost: number } | undefined;
  measured: number;
  unit: string;
}

const isReached = ({ wanted, measured }: Mark): boolean | undefined => {
  if (!wanted) return undefined;
  return 'atLeast' in wanted ? measured >= wanted.atLeast : measured <= wanted.atMost;
};

function wantedAs({ wanted, unit }: Mark): string {
  if (!wanted) return 'reported';
  return 'atLeast' in wanted ? `≥ ${wanted.atLeast} ${unit}` : `≤ ${wanted.atMost} ${unit}`;
}

/** The marks as Markdown. */
export const markTable = (marks: readonly Mark[]): string =>
  markdownTable(
    ['mark', 'wanted', 'measured', ''],
    marks.map(mark => {
      const reached = isReached(mark);
      const sign = reached ? '✓' : '✗';
      const measured = `${figure(mark.measured, 2)} ${mark.unit}`.trimEnd();
      return [mark.mark, wantedAs(mark).trimEnd(), measured, reached === undefined ? '' : sign];
    }),
  );
