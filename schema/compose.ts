import { composeServices } from '@apollo/composition';
import { services, subgraphs } from '../runtime/services.ts';
import { subgraphDocument } from './subgraph-sdl.ts';

/** Differences between subgraphs that read wrong to a client; other hints are how federation works. */
const mistakes = new Set([
  'INCONSISTENT_DESCRIPTION',
  'INCONSISTENT_DEFAULT_VALUE_PRESENCE',
  'UNUSED_ENUM_TYPE',
]);

/** The composed supergraph as SDL, or what keeps the subgraphs from composing. */
export function compose(): { supergraphSdl: string } | { errors: string[] } {
  const { errors, hints, supergraphSdl } = composeServices(
    subgraphs.map(name => ({
      name,
      url: `http://127.0.0.1:${services[name].port}/graphql`,
      typeDefs: subgraphDocument(name),
    })),
  );
  if (errors) return { errors: errors.map(error => error.message) };
  const wrong = hints.filter(hint => mistakes.has(hint.definition.code)).map(hint => hint.message);
  return wrong.length > 0 ? { errors: wrong } : { supergraphSdl };
}
