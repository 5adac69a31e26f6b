import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ShownNames, shownPath } from '../names-for-plan.ts';

type Path = readonly (string | number)[];

/**
 * An error of a subgraph, as clients are told of it: at its place in the whole answer, under its own code, or
 * DOWNSTREAM_SERVICE_ERROR where it has none, and with the name of the subgraph, by which it is known to be logged there.
 */
export const subgraphError = (
  { message, extensions }: GraphQLFormattedError,
  serviceName: string,
  path: Path | undefined,
  shownNames: ShownNames,
): GraphQLError =>
  new GraphQLError(message || `Error while fetching subquery from service "${serviceName}"`, {
    path: path && shownPath(path, shownNames),
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName },
  });

/** What asking a subgraph failed by. */
export function failure(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof Error) return new GraphQLError(error.message, { originalError: error });
  return new GraphQLError(`A subgraph could not be asked: ${String(error)}`);
}
