import { type Envelope, envelope } from './envelope.ts';

/** An event as an outbox or an inbox keeps it. */
export interface EventRow {
  id: string;
  stream: string;
  type: string;
  version: number;
  subject: string;
  subject_sequence: number;
  /** With the six digits of DATE_FORMAT's %f, of which the column has three. */
  occurred_at: string;
  body: string;
  request_id: string | null;
  traceparent: string | null;
}

/** The columns of an EventRow but its id, to be selected. */
export const eventColumns = `stream, type, version, subject, subject_sequence,
  DATE_FORMAT(occurred_at, '%Y-%m-%dT%H:%i:%s.%f') AS occurred_at, body,
  request_id, traceparent`;

/** The event that a row keeps, told by `source`. Throws where it is none that this version of the store knows. */
export function toEnvelope(row: EventRow, source: string): Envelope {
  const { id, stream, type, version, subject, subject_sequence: sequence } = row;
  const body: unknown = JSON.parse(row.body);
  const occurredAt = `${row.occurred_at.slice(0, 23)}Z`;
  const requestId = row.request_id ?? undefined;
  const traceparent = row.traceparent ?? undefined;
  const place = { id, source, stream, type, version, subject, sequence, occurredAt };
  return envelope.parse({ ...place, body, requestId, traceparent });
}
