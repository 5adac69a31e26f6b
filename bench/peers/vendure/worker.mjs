import { createRequire } from 'node:module';
import { configOf } from './config.mjs';

// Vendure's worker process, which does the jobs of its queues.

const { bootstrapWorker } = createRequire(import.meta.url)('@vendure/core');
const worker = await bootstrapWorker(configOf({ synchronize: false }));
await worker.startJobQueue();
