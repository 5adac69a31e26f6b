import { type BinlogEvent, bodyOf, withBody } from '../../backup/binlog/binlog-event.ts';

// Layouts of Table_map_event and Rows_event:
// https://dev.mysql.com/doc/dev/mysql-server/latest/classmysql_1_1binlog_1_1event_1_1Table__map__event.html

const idBytes = 6;
const nameAt = idBytes + 2;
const endOfStatement = 0x01;

/** Which table rows are of: the events behind it call the table by a number. */
export interface TableMap {
  id: number;
  schema: string;
  table: string;
}

/** What an event of the type tableMap tells. */
export function readTableMap(event: BinlogEvent, checksums: boolean): TableMap {
  const body = bodyOf(event, checksums);
  const schemaLength = body.readUInt8(nameAt);
  const tableAt = nameAt + 1 + schemaLength + 1;
  const tableLength = body.readUInt8(tableAt);
  return {
    id: body.readUIntLE(0, idBytes),
    schema: body.toString('utf8', nameAt + 1, nameAt + 1 + schemaLength),
    table: body.toString('utf8', tableAt + 1, tableAt + 1 + tableLength),
  };
}

/** The same event about the table of the same name in another database. */
export function inSchema(event: BinlogEvent, schema: string, checksums: boolean): Buffer {
  const body = bodyOf(event, checksums);
  const rest = body.subarray(nameAt + 1 + body.readUInt8(nameAt));
  const name = Buffer.from(schema);
  const renamed = Buffer.concat([body.subarray(0, nameAt), Buffer.of(name.length), name, rest]);
  return withBody(event, renamed, checksums);
}

/** The number of the table that an event of rows is about. */
export const tableIdOf = (event: BinlogEvent, checksums: boolean): number =>
  bodyOf(event, checksums).readUIntLE(0, idBytes);

/** Whether an event of rows is the last one of its statement. */
export const endsStatement = (event: BinlogEvent, checksums: boolean): boolean =>
  (bodyOf(event, checksums).readUInt16LE(idBytes) & endOfStatement) !== 0;

/** The same event of rows, which is the last one of its statement or is not. */
export function asEndOfStatement(event: BinlogEvent, isLast: boolean, checksums: boolean): Buffer {
  const body = Buffer.from(bodyOf(event, checksums));
  const flags = body.readUInt16LE(idBytes);
  body.writeUInt16LE(isLast ? flags | endOfStatement : flags & ~endOfStatement, idBytes);
  return withBody(event, body, checksums);
}
