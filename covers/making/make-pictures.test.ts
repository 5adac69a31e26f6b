import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { PictureJob } from './jobs.ts';

/** Has Node refuse what a sandbox refuses, before the program is loaded. */
const refusing = `data:text/javascript,${encodeURIComponent(`import os from 'node:os';
import { syncBuiltinESMExports } from 'node:module';
os.setPriority = () => { throw new Error('operation not permitted'); };
syncBuiltinESMExports();`)}`;

const job: PictureJob = {
  kind: 'draw',
  titlePage: { title: 'A', authors: ['B'] },
  variant: { width: 240, format: 'jpeg' },
};

test('where no lower priority may be taken, pictures are made all the same', async () => {
  const child = fork(join(import.meta.dirname, 'make-pictures.ts'), {
    execArgv: ['--import', refusing],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    child.send(job, () => {});
    const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    expect(answer).toMatchObject({ kind: 'made', files: [{ width: 240, format: 'jpeg' }] });
  } finally {
    child.kill('SIGKILL');
  }
}, 60_000);
