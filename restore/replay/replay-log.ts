import { join } from 'node:path';
import type { Connection } from 'mysql2/promise';
import { type BinlogEvent, bodyOf, hasChecksums } from '../../backup/binlog/binlog-event.ts';
import { changesRows, eventType, isRemark, startsTransaction } from '../../backup/binlog/event-types.ts';
import type { BinlogPosition } from '../../backup/binlog/follow-server.ts';
import { magic, readLogFile } from '../../backup/binlog/read-log-file.ts';
import type { LogLine } from '../../backup/logs/log-line.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import { kindOf, readStatement, schemasIn } from './query-event.ts';
import { RowBatch } from './row-batch.ts';
import { endsStatement, inSchema, readTableMap, tableIdOf } from './row-events.ts';

interface ReplayOptions {
  /** To the database that is restored. */
  connection: Connection;
  line: LogLine;
  /** Where the snapshot stands in the log. */
  from: BinlogPosition;
  /** Transactions that were committed at this time or later, by the server's clock, stay out. In seconds since 1970. */
  until: number;
  /** What the database was called, and what it is called here. */
  source: string;
  target: string;
  /** Tables whose rows go on to the end of the log all the same. */
  beyond?: readonly string[];
}

/** What was done again. */
export interface Replayed {
  transactions: number;
  events: number;
}

/** Does again what a log tells of a database, from a snapshot to a point in time. */
class Replay {
  readonly #options: ReplayOptions;
  readonly done: Replayed = { transactions: 0, events: 0 };
  #batch: RowBatch | undefined;
  #checksums = false;
  #isBeyond = false;

  constructor(options: ReplayOptions) {
    this.#options = options;
  }

  /** Does an event again; answers whether there may be more to do. */
  async take(event: BinlogEvent): Promise<boolean> {
    const { type } = event;
    if (type === eventType.formatDescription) await this.#openFile(event);
    else if (startsTransaction(type)) return this.#beginTransaction(event);
    else if (type === eventType.tableMap) this.#map(event);
    else if (changesRows(type)) await this.#changeRows(event);
    else if (type === eventType.query) await this.#runStatement(event);
    else if (type !== eventType.xid && !isRemark(type))
      throw new Error(
        type === eventType.incident
          ? 'The server noted that its log lacks something here.'
          : `Its log holds an event of type ${type}, which cannot be done again.`,
      );
    return true;
  }

  async finish(): Promise<void> {
    await this.#batch?.finish();
  }

  async #openFile(description: BinlogEvent): Promise<void> {
    await this.finish();
    this.#checksums = hasChecksums(description);
    this.#batch = await RowBatch.begin(this.#options.connection, description, this.#checksums);
  }

  #beginTransaction({ at }: BinlogEvent): boolean {
    this.#isBeyond ||= at >= this.#options.until;
    if (!this.#isBeyond) this.done.transactions += 1;
    return !this.#isBeyond || (this.#options.beyond ?? []).length > 0;
  }

  #map(event: BinlogEvent): void {
    const { source, target, beyond = [] } = this.#options;
    const { id, schema, table } = readTableMap(event, this.#checksums);
    if (schema !== source || (this.#isBeyond && !beyond.includes(table))) return;
    this.#batch?.map(id, source === target ? event.bytes : inSchema(event, target, this.#checksums));
  }

  async #changeRows(event: BinlogEvent): Promise<void> {
    if (this.#batch?.isMapped(tableIdOf(event, this.#checksums))) {
      this.done.events += 1;
      await this.#batch.add(event);
    }
    if (endsStatement(event, this.#checksums)) this.#batch?.endStatement();
  }

  async #runStatement(event: BinlogEvent): Promise<void> {
    const { connection, source, target } = this.#options;
    const { schema, sql, sqlMode, checksForeignKeys } = readStatement(bodyOf(event, this.#checksums));
    const named = schemasIn(sql);
    const isAboutUs = named.length > 0 ? named.includes(source) : schema === source;
    const kind = kindOf(sql);
    if (!isAboutUs || this.#isBeyond || kind === 'pass over') return;
    if (kind === 'refuse' || (named.length > 0 && source !== target))
      throw new Error(
        `Its log holds a statement that cannot be done again: ${sql.slice(0, 200)}. Choose a time before it.`,
      );
    await this.finish();
    await connection.query(
      `SET SESSION sql_mode = ${sqlMode}, foreign_key_checks = ${checksForeignKeys ? 1 : 0}`,
    );
    await connection.query(sql);
    await connection.query("SET SESSION sql_mode = '', foreign_key_checks = 1");
    this.done.events += 1;
  }
}

/**
 * Does again what a log tells, from a snapshot to a point in time. Rejects, with when that was, where something does not
 * fit or cannot be done again: what is in the database then is of no use.
 */
export async function replayLog(options: ReplayOptions): Promise<Replayed> {
  const { connection, line, from } = options;
  const replay = new Replay(options);
  const files = line.files();
  const first = files.indexOf(from.file);
  if (first < 0) throw new Error(`${line.folder} does not hold ${from.file}.`);
  await connection.query(
    "SET SESSION autocommit = 0, sql_mode = '', foreign_key_checks = 1, unique_checks = 1",
  );
  let at: number | undefined;
  try {
    for (const file of files.slice(first)) {
      let offset = magic.length;
      for await (const event of readLogFile(join(line.folder, file))) {
        const isBefore = file === from.file && offset < from.position;
        offset += event.bytes.length;
        if (isBefore && event.type !== eventType.formatDescription) continue;
        if (event.at > 0) ({ at } = event);
        if (await replay.take(event)) continue;
        await replay.finish();
        return replay.done;
      }
    }
    await replay.finish();
    return replay.done;
  } catch (error) {
    const when = at === undefined ? '' : ` (${new Date(at * 1000).toISOString()})`;
    throw new Error(`Its log cannot be done again${when}: ${reasonOf(error)}`);
  }
}
