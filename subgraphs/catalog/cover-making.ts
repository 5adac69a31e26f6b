import type { PictureMaker } from '../../covers/making/picture-maker.ts';
import type { Database } from '../../runtime/database.ts';
import type { FileStore } from '../../runtime/files/file-store.ts';
import type { Logger } from '../../runtime/logger.ts';

/** With what catalog makes and keeps covers. */
export interface CoverMaking {
  database: Database;
  files: FileStore;
  /** What sellers send and what readers wait for, each with a line of its own. */
  uploads: PictureMaker;
  drawings: PictureMaker;
  logger: Logger;
}
