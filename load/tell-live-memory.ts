import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { liveMemoryFile } from './live-memory.ts';

// Loaded into each service of a soak, before it: at SIGUSR2 it collects its garbage and tells what is left.
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

process.on('SIGUSR2', () => {
  collectGarbage();
  writeFileSync(liveMemoryFile(process.pid), String(process.memoryUsage().heapUsed));
});
