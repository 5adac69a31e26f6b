/** A kind of record that a subgraph holds on users, and which of them are a user's. */
export interface RecordKind {
  /** Such as "session". */
  kind: string;
  table: string;
  /** The columns that the user is told; what else the table has stands on a list, with the reason. */
  columns: readonly string[];
  /** FROM with its joins, where more than the table is needed. The table is `t` there as well. */
  from?: string;
  /** SQL, with one question mark: the user's id. */
  whose: string;
  /** SQL for a text by which the user's records of this kind are told apart and ordered: t.id unless said. */
  key?: string;
}

/** Why the user is not told a column, by "table.column", or of a whole table, by "table". */
export type NotTold = Readonly<Record<string, string>>;

/** Why the tables of events are told in part at the most: what stands beside their bodies, and the counters. */
export const notToldOfEvents: NotTold = {
  outbox_subject: 'How many events there are about an id.',
  inbox_subject: 'How many events about an id took effect.',
  incarnation: 'When databases were restored.',
  heartbeat: 'The time.',
  migration: 'Changes of the schema.',
  audit_entry:
    'Who did what and when, by ids alone, for those who run the store: kept so that fraud can be looked into, as long as the store.',
  audit_seal: 'Hashes over the audit log.',
  account_deletion: 'Ids of users who have left; whoever asks is none of them.',
};
