import type { ConnectionSource } from './connection-source.ts';
import type { DatabaseSettings } from './database-settings.ts';
import type { Logger } from './logger.ts';
import { Reader } from './reader.ts';
import { ReaderWatch } from './reader-watch.ts';
import { Readers } from './readers.ts';

/** The readers of a database and who watches over them; undefined where there are none. */
export function openReaders(options: {
  url: string;
  readerUrls: readonly string[];
  writer: ConnectionSource;
  settings: DatabaseSettings;
  logger: Logger;
}): { source: Readers; watch: ReaderWatch } | undefined {
  const { url, readerUrls, writer, settings, logger } = options;
  if (readerUrls.length === 0) return undefined;
  const readers = readerUrls.map(readerUrl => ({ url: readerUrl, reader: new Reader(readerUrl, settings) }));
  const all = readers.map(({ reader }) => reader);
  const source = new Readers(all, writer, logger);
  const maxLagSeconds = settings.READER_MAX_LAG_SECONDS;
  return { source, watch: new ReaderWatch({ writerUrl: url, readers, all: source, maxLagSeconds }) };
}
