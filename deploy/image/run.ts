import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// run.ts COMMAND [ARGUMENTS…]: what a container of the image does; out of the bundle in BUNDLE_DIR, where there is one.

const { BUNDLE_DIR: bundle } = process.env;
const runner = bundle ? pathToFileURL(join(bundle, 'run.mjs')).href : './run-command.ts';
await import(runner);
