import { composeServices } from '@apollo/composition';
import { type DocumentNode, parse } from 'graphql';
import { library } from './library.ts';

const header =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])\n';

/** The SDL of each subgraph. */
export const libraryDocuments = (): [name: string, typeDefs: DocumentNode][] =>
  Object.entries(library).map(([name, { sdl }]) => [name, parse(header + sdl)]);

/** The supergraph, with the subgraphs at these ports of this machine. Throws why they do not compose. */
export function composeLibrary(ports: ReadonlyMap<string, number>): string {
  const { supergraphSdl, errors = [] } = composeServices(
    libraryDocuments().map(([name, typeDefs]) => ({
      name,
      typeDefs,
      url: `http://127.0.0.1:${ports.get(name)}/graphql`,
    })),
  );
  if (!supergraphSdl) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
