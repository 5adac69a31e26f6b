import { flushCompileCache } from 'node:module';

// Given by --import: what was compiled is kept however the process ends, also by process.exit().
process.on('exit', () => flushCompileCache());
