import type { Connection, RowDataPacket } from 'mysql2/promise';
import { instantOf } from '../../runtime/database-time.ts';
import type { SubgraphName } from '../../runtime/services.ts';
import { type BinlogEvent, bodyOf, isIntact } from '../binlog/binlog-event.ts';
import { eventType } from '../binlog/event-types.ts';
import { type BinlogPosition, followServer, PositionGone } from '../binlog/follow-server.ts';
import { magic } from '../binlog/read-log-file.ts';
import { type DatabaseServer, describeServer, endOfLog } from '../source/database-server.ts';
import { openSource } from '../source/open-source.ts';
import { beginLine, linesOf } from './lines.ts';
import { hasReached, type LogLine } from './log-line.ts';

const reachMilliseconds = 1_000;
/** What stands before the name of the next file. */
const positionBytes = 8;

interface ShipOptions {
  archive: string;
  subgraph: SubgraphName;
  url: string;
  /** Told of what the operator should know: that a new line began. */
  tell: (message: string) => void;
}

/** Where the log ends, and the time before it was asked: all that was committed by then lies before that end. */
interface Mark {
  time: Date;
  end: BinlogPosition;
}

async function markNow(connection: Connection, server: DatabaseServer): Promise<Mark> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT UTC_TIMESTAMP(3) AS now');
  return { time: instantOf(String(row?.now)), end: await endOfLog(connection, server) };
}

/** The name of the file in which the log goes on. Before the format is known, its checksum proves itself. */
const nextFile = (rotate: BinlogEvent): string =>
  bodyOf(rotate, isIntact(rotate, true)).subarray(positionBytes).toString();

/** Copies a log into a line from where that ends; goes on for ever, or until `isDone` says so after an event. */
async function copyInto(line: LogLine, url: string, isDone: () => Promise<boolean>): Promise<void> {
  const { at, begun } = await line.resume();
  for await (const event of followServer(url, at)) {
    if (event.type === eventType.rotate && event.isArtificial) {
      if (nextFile(event) !== line.end.file) await line.turnTo(nextFile(event));
    } else if (event.type === eventType.formatDescription && line.end.position > magic.length) {
      // Told again, because it is followed from the middle of a file on.
      if (begun !== undefined && event.at !== begun)
        throw new PositionGone(`its ${at.file} is another one than that which was copied`);
    } else if (event.type !== eventType.heartbeat && event.type !== eventType.heartbeatV2) line.append(event);
    if (await isDone()) return;
  }
}

/**
 * Copies the binary log of a subgraph's server into the archive, on from where it was copied before; a new line is begun
 * where that is not possible. Resolves when everything is there that was committed when it was called; with a signal,
 * it goes on until that is aborted. Rejects when the server cannot be reached, or keeps no log to use.
 */
export async function shipLogs(options: ShipOptions, signal?: AbortSignal): Promise<void> {
  const { archive, subgraph, url, tell } = options;
  const opened = await openSource(subgraph, url);
  const connection = opened.promise();
  const lines = linesOf(archive, subgraph);
  let line = lines.at(-1);
  try {
    const server = await describeServer(connection);
    if (server.logProblem) throw new Error(`Points in time are not possible: ${server.logProblem}`);
    const begin = async () =>
      beginLine(archive, subgraph, server.id, (await endOfLog(connection, server)).file);
    if (line && line.server !== server.id) {
      tell(`${subgraph} is on another server now: points in time begin anew with the next snapshot`);
      line = undefined;
    }
    line ??= await begin();

    let mark: Mark | undefined = await markNow(connection, server);
    let markedAt = performance.now();
    const isDone = async (): Promise<boolean> => {
      if (mark && line && hasReached(line.end, mark.end)) {
        line.noteReach(mark.time);
        mark = undefined;
        if (!signal) return true;
      }
      if (!mark && performance.now() - markedAt > reachMilliseconds) {
        mark = await markNow(connection, server);
        markedAt = performance.now();
      }
      return signal?.aborted ?? false;
    };
    try {
      await copyInto(line, url, isDone);
    } catch (error) {
      if (!(error instanceof PositionGone)) throw error;
      line.close();
      tell(
        `the log of ${subgraph} cannot be copied on (${error.message}): points in time begin anew with the next snapshot`,
      );
      line = await begin();
      await copyInto(line, url, isDone);
    }
  } finally {
    line?.close();
    opened.destroy();
  }
}
