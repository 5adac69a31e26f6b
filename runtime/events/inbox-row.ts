import { type Envelope, envelope } from './envelope.ts';

/** A row of inbox_event as it is read to be applied. */
export interface InboxRow {
  event_id: string;
  source: string;
  stream: string;
  type: string;
  version: number;
  subject: string;
  subject_sequence: number;
  /** With the digits that DATE_FORMAT's %f gives. */
  occurred_at: string;
  body: string;
  is_dead: number;
}

/** The event that a row keeps. */
export function toEnvelope(row: InboxRow): Envelope {
  const { event_id: id, source, stream, type, version, subject, subject_sequence: sequence } = row;
  const body: unknown = JSON.parse(row.body);
  const occurredAt = `${row.occurred_at.slice(0, 23)}Z`;
  return envelope.parse({ id, source, stream, type, version, subject, sequence, occurredAt, body });
}
