import { type EntryRow, entryColumns, noSeal, type Seal, sealHash } from './seal.ts';

/** SELECTs rows of one database. */
export type ReadRows = <Row>(statement: string, values: readonly number[]) => Promise<Row[]>;

/** What a look at an audit log comes to. */
export interface ChainVerdict {
  /** The last sound seal. */
  last: Seal;
  /** Where the chain breaks first, and how; undefined where it is whole. */
  broken?: { sequence: number; why: string };
}

type Row = Omit<EntryRow, 'number'> & {
  number: number | string | null;
  sequence: number | string;
  entry_number: number | string;
  hash: string;
  lag_seconds: number | string;
};

const atOnce = 5_000;

/** By then whoever appends has committed, and whoever seals has sealed, also after a process had to be started again. */
const patienceSeconds = 3_600;

const links = `SELECT s.sequence, s.entry_number, s.hash, TIMESTAMPDIFF(SECOND, e.at, s.sealed_at) AS lag_seconds, ${entryColumns}
  FROM audit_seal s LEFT JOIN audit_entry e ON e.number = s.entry_number
  WHERE s.sequence > ? ORDER BY s.sequence LIMIT ${atOnce}`;

const unsealed = `SELECT e.number FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_number = e.number
  WHERE s.entry_number IS NULL AND e.at < NOW(3) - INTERVAL ? SECOND ORDER BY e.number LIMIT 1`;

/** Why a link does not follow another one; undefined where it does. */
function wrongWith(row: Row, before: Seal): string | undefined {
  const expected = before.sequence + 1;
  if (Number(row.sequence) !== expected) return `its seal is gone: the next one is ${row.sequence}`;
  if (row.number === null) return `its entry is gone (number ${row.entry_number})`;
  if (sealHash(before, { ...row, number: Number(row.number) }) !== row.hash)
    return `it does not fit: its entry (number ${row.number}), its seal or their order was changed`;
  if (Number(row.lag_seconds) > patienceSeconds)
    return `its entry (number ${row.number}) says that it is ${row.lag_seconds} seconds older than its seal: it was put in later`;
  return undefined;
}

/**
 * Holds the audit log of a database against its chain, from the first link on. `known` are seals that were noted before, such as
 * those in the logs: with them it is found out that the end of the chain was cut off, or that all of it was written anew.
 * `patience` is how long an entry may be without a seal, in seconds.
 */
export async function verifyChain(
  read: ReadRows,
  known: readonly Seal[] = [],
  patience = 60,
): Promise<ChainVerdict> {
  const noted = new Map(known.map(({ sequence, hash }) => [sequence, hash]));
  let last = noSeal;
  for (;;) {
    const rows = await read<Row>(links, [last.sequence]);
    for (const row of rows) {
      const why = wrongWith(row, last);
      if (why) return { last, broken: { sequence: last.sequence + 1, why } };
      last = { sequence: Number(row.sequence), hash: row.hash };
      if ((noted.get(last.sequence) ?? last.hash) !== last.hash)
        return { last, broken: { sequence: last.sequence, why: 'it is not the one that was noted before' } };
    }
    if (rows.length < atOnce) break;
  }
  const cut = known.find(({ sequence }) => sequence > last.sequence);
  if (cut)
    return {
      last,
      broken: { sequence: last.sequence + 1, why: `the chain ends here; ${cut.sequence} was noted before` },
    };
  const [loose] = await read<{ number: number | string }>(unsealed, [patience]);
  if (loose)
    return {
      last,
      broken: { sequence: last.sequence + 1, why: `the entry with number ${loose.number} has no seal` },
    };
  return { last };
}
