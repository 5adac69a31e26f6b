const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
/** A name, as a column. */
export const word = 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin';
const table = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/**
 * The tables of an outbox. due_at: when a relay may take the event next; null once all listeners have it. owner:
 * the relay that holds it until then. delivered_to: the listeners that have it already, by commas.
 */
export const outboxTables = [
  `CREATE TABLE outbox_event (
    id ${id} NOT NULL PRIMARY KEY,
    stream ${word} NOT NULL,
    type ${word} NOT NULL,
    version INT NOT NULL,
    subject ${id} NOT NULL,
    subject_sequence INT UNSIGNED NOT NULL,
    occurred_at DATETIME(3) NOT NULL,
    body MEDIUMTEXT NOT NULL,
    due_at DATETIME(3) NULL,
    owner ${id} NULL,
    delivered_to VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    attempts INT NOT NULL DEFAULT 0,
    delivered_at DATETIME(3) NULL,
    UNIQUE KEY outbox_event_subject (stream, subject, subject_sequence),
    KEY outbox_event_due (due_at),
    KEY outbox_event_delivered (delivered_at)
  ) ${table}`,
  `CREATE TABLE outbox_subject (
    stream ${word} NOT NULL,
    subject ${id} NOT NULL,
    last_sequence INT UNSIGNED NOT NULL,
    PRIMARY KEY (stream, subject)
  ) ${table}`,
];

/** For which request an event was told, and where its trace goes on: columns that the tables have been given later. */
export const originColumns = ['outbox_event', 'inbox_event'].map(
  name => `ALTER TABLE ${name}
    ADD COLUMN request_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN traceparent VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL`,
);

/**
 * The tables of an inbox. due_at: when it is tried again by itself; null once it is applied, dead, or waits for the
 * one before it. applications: how often it took effect, which must be once.
 */
export const inboxTables = [
  `CREATE TABLE inbox_event (
    event_id ${id} NOT NULL PRIMARY KEY,
    source ${word} NOT NULL,
    stream ${word} NOT NULL,
    type ${word} NOT NULL,
    version INT NOT NULL,
    subject ${id} NOT NULL,
    subject_sequence INT UNSIGNED NOT NULL,
    occurred_at DATETIME(3) NOT NULL,
    body MEDIUMTEXT NOT NULL,
    received_at DATETIME(3) NOT NULL,
    due_at DATETIME(3) NULL,
    applied_at DATETIME(3) NULL,
    applications INT NOT NULL DEFAULT 0,
    attempts INT NOT NULL DEFAULT 0,
    failure VARCHAR(500) NULL,
    dead_at DATETIME(3) NULL,
    UNIQUE KEY inbox_event_subject (stream, subject, subject_sequence),
    KEY inbox_event_due (due_at),
    KEY inbox_event_dead (dead_at),
    KEY inbox_event_applied (applied_at, applications)
  ) ${table}`,
  `CREATE TABLE inbox_subject (
    stream ${word} NOT NULL,
    subject ${id} NOT NULL,
    applied_sequence INT UNSIGNED NOT NULL,
    PRIMARY KEY (stream, subject)
  ) ${table}`,
];
