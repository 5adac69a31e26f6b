import { type Connection, createConnection } from 'mysql2';
import { reasonOf } from '../../runtime/reason-of.ts';
import type { SubgraphName } from '../../runtime/services.ts';

const connectMilliseconds = 10_000;

/** A connection to a database that is backed up or restored. Rejects with whose database it is and the reason. */
export async function openSource(subgraph: SubgraphName, url: string): Promise<Connection> {
  const connection = createConnection({
    uri: url,
    connectTimeout: connectMilliseconds,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
  });
  // What happens between two statements is told by the next one.
  connection.on('error', () => undefined);
  try {
    // A table with many rows is read and written for long, and not always at the same pace.
    await connection
      .promise()
      .query(
        "SET SESSION time_zone = '+00:00', sql_mode = '', wait_timeout = 86400, net_read_timeout = 600, net_write_timeout = 600, group_concat_max_len = 1048576",
      );
    return connection;
  } catch (error) {
    connection.destroy();
    throw new Error(`The database of ${subgraph} cannot be reached: ${reasonOf(error)}`);
  }
}
