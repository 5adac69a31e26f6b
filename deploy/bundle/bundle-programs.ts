import { join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { projectFolder } from '../local/places.ts';
import { placesPlugin } from './keep-places.ts';
import { loadWhenUsed } from './load-when-used.ts';
import { fileOf } from './programs.ts';

/** What our own files load and a bundle leaves where it is: programs for one kind of machine, and what few stores use. */
const leftOut = [
  '@node-rs/argon2',
  'sharp',
  '@aws-sdk/client-s3',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace',
];

/** What packages load for what a store never has them do: other HTTP clients, pictures of graphs, reports, composing, JSON Schema. */
const seldomUsed = [
  'node-fetch',
  'make-fetch-happen',
  'ts-graphviz',
  '@apollo/composition',
  '@apollo/usage-reporting-protobuf',
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
  '@opentelemetry/exporter-metrics-otlp-http',
  '@opentelemetry/resource-detector-alibaba-cloud',
  '@opentelemetry/resource-detector-aws',
  '@opentelemetry/resource-detector-azure',
  '@opentelemetry/resource-detector-gcp',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-metrics',
  '@opentelemetry/semantic-conventions/incubating',
];

const isPackage = (file: string): boolean => file.includes('/node_modules/');

/** Notes what a bundle is made of: of a file with nothing but constants in it, which stand where they are used, no other trace is left. */
const noteModules = (noted: Set<string>): Plugin => ({
  name: 'note-modules',
  buildEnd() {
    for (const id of this.getModuleIds()) noted.add(id);
  },
});

/**
 * Bundles programs (sources below the project's folder, by name) into a folder, with what they share in chunks of their own and
 * source maps beside them. Answers the project's own files that went in, below its folder and sorted. Rejects with what the
 * bundler said, and where a file imports what is not there.
 */
export async function bundlePrograms(
  programs: Readonly<Record<string, string>>,
  folder: string,
): Promise<string[]> {
  const modules = new Set<string>();
  const bundle = await rolldown({
    cwd: projectFolder,
    input: Object.fromEntries(
      Object.entries(programs).map(([name, source]) => [name, join(projectFolder, source)]),
    ),
    platform: 'node',
    // As Node itself finds packages: an import and a require() of one file, such as that of graphql, are one.
    resolve: { conditionNames: ['node', 'node-addons', 'module-sync'], mainFields: ['main'] },
    external: (id, importer) => leftOut.includes(id) && !(importer && isPackage(importer)),
    plugins: [loadWhenUsed(seldomUsed), placesPlugin, noteModules(modules)],
    onLog(_level, log) {
      const said = `${log.id ?? ''} ${log.message}`;
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(said);
      process.stderr.write(`${said}\n`);
    },
  });
  try {
    await bundle.write({
      dir: folder,
      format: 'esm',
      entryFileNames: fileOf('[name]'),
      chunkFileNames: 'shared/[name]-[hash].mjs',
      // An ORM knows classes by their names; and what is to be loaded first is.
      keepNames: true,
      strictExecutionOrder: true,
      // A process keeps the text of its program, with two bytes for each character where one of them is of another kind.
      charset: 'ascii',
      comments: { legal: true, annotation: false, jsdoc: false },
      sourcemap: true,
      // They lie where the maps say.
      sourcemapExcludeSources: true,
    });
    return [...modules]
      .filter(file => file.startsWith(projectFolder) && !isPackage(file))
      .map(file => file.slice(projectFolder.length))
      .toSorted();
  } finally {
    await bundle.close();
  }
}
