import { createRequire } from 'node:module';
import { configOf } from './config.mjs';

// Vendure's server process.

const { bootstrap } = createRequire(import.meta.url)('@vendure/core');
await bootstrap(configOf({ synchronize: false }));
