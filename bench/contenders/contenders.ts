import { join } from 'node:path';
import { fileOf } from '../../deploy/bundle/programs.ts';
import { memorySettings } from '../../deploy/memory-settings.ts';

const here = join(import.meta.dirname, '..');
const node = process.execPath;
const hive = join(here, 'peers/node_modules/@graphql-hive/gateway/dist/bin.js');

/** The gateways that are programs of the bench's own, by their names; they are bundled, as the store's processes are. */
export const programs = {
  ours: 'bench/gateways/ours.ts',
  'stock-apollo': 'bench/gateways/stock-apollo.ts',
  'bare-proxy': 'bench/gateways/bare-proxy.ts',
};

const program =
  (name: keyof typeof programs): Contender['command'] =>
  ({ bundle }) => [node, join(bundle, fileOf(name))];

/** A gateway that is measured: how its process is started, beside PORT and SUPERGRAPH_FILE. */
export interface Contender {
  name: string;
  command: (options: {
    port: number;
    supergraphFile: string;
    /** The folder of the bundle of `programs`. */
    bundle: string;
  }) => [file: string, ...args: string[]];
  settings: Record<string, string>;
  /** The queries that it can answer; all where it is left out. */
  queries?: readonly string[];
  /** Whether it is one of the packages in bench/peers/package.json. */
  isPeer?: boolean;
}

const ourSettings = {
  ...memorySettings,
  INTERNAL_TOKEN_SECRET: 'a secret that only the gateway of the bench knows',
  LOG_LEVEL: 'warn',
  MAX_REQUESTS: '10000',
  SUBGRAPH_CONCURRENCY: '100',
  DRAIN_SECONDS: '0',
};

const hiveCommand =
  (...more: string[]): Contender['command'] =>
  ({ port, supergraphFile }) => [
    node,
    hive,
    'supergraph',
    supergraphFile,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...more,
  ];

const unshared = ['--config-path', join(here, 'peers/hive-unshared.mjs')];

/**
 * Those that are measured, ours first, and what it is held against most closely beside it: the machine's speed changes. Each runs
 * in one process, with NODE_ENV=production.
 */
export const contenders: readonly Contender[] = [
  {
    name: 'ours',
    command: program('ours'),
    settings: { ...ourSettings, SHARE_FETCHES: 'false' },
  },
  {
    name: 'bare proxy',
    command: program('bare-proxy'),
    settings: {},
    queries: ['tiny'],
  },
  {
    name: 'ours, sharing',
    command: program('ours'),
    settings: { ...ourSettings, SHARE_FETCHES: 'true' },
  },
  { name: 'stock Apollo', command: program('stock-apollo'), settings: {} },
  { name: 'Hive, JS planner', command: hiveCommand(...unshared), settings: {}, isPeer: true },
  {
    name: 'Hive, Rust planner',
    command: hiveCommand(...unshared),
    settings: { HIVE_ROUTER_RUNTIME: 'true' },
    isPeer: true,
  },
  {
    name: 'Hive, Rust planner, sharing',
    command: hiveCommand(),
    settings: { HIVE_ROUTER_RUNTIME: 'true' },
    isPeer: true,
  },
];
