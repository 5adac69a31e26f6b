import type { GraphQLSchema } from 'graphql';
import { BoundedCache } from '../bounded-cache.ts';
import type { ExecutorRequest } from './executor.ts';
import type { AskedOperation } from './read-request.ts';

/** What of a validated operation is the same for every request that asks for it. */
export type KnownOperation = Readonly<
  Omit<ExecutorRequest, 'request' | 'response' | 'context' | 'errors' | 'metrics'>
>;

/** So many characters of text are kept in mind; the documents beside them take some twenty times as much. */
const mostCharacters = 2 ** 20;

// No operation has this character in it.
const keyOf = (textOrHash: string, operationName: string | undefined) =>
  operationName === undefined ? textOrHash : `${operationName}\0${textOrHash}`;

/**
 * The operations that Apollo Server has parsed and validated against the schema of now: whoever asks for one of them need not
 * wait for that again. By its hash one is known when Apollo Server has taken it by its hash.
 */
export class KnownOperations {
  readonly #byText = new BoundedCache<KnownOperation>(mostCharacters);
  readonly #byHash = new BoundedCache<KnownOperation>(mostCharacters);
  #schema: GraphQLSchema | undefined;

  /** To be called before operations are validated against another schema. */
  startOver(schema: GraphQLSchema): void {
    this.#schema = schema;
    this.#byText.clear();
    this.#byHash.clear();
  }

  /** Keeps in mind an operation that is about to be executed. */
  learn(asked: ExecutorRequest): void {
    // It was validated against a schema that is not the one of now.
    if (asked.schema !== this.#schema) return;
    const { request, response, context, errors, metrics, ...known } = asked;
    const { source, queryHash } = known;
    this.#byText.set(keyOf(source, request.operationName), known, source.length);
    if (request.extensions?.persistedQuery)
      this.#byHash.set(keyOf(queryHash, request.operationName), known, source.length);
  }

  /** The operation that a request asks for by an HTTP method, where it is known, and may be asked for by that. */
  find(asked: AskedOperation, method: string): KnownOperation | undefined {
    const known = this.#named(asked);
    return method === 'GET' && known?.operation.operation !== 'query' ? undefined : known;
  }

  #named({ query, operationName, extensions }: AskedOperation): KnownOperation | undefined {
    const persisted = extensions?.persistedQuery;
    if (!persisted) return query === undefined ? undefined : this.#byText.get(keyOf(query, operationName));
    // Whether a text has the hash that is given for it, Apollo Server tells.
    if (query !== undefined || persisted.version !== 1 || typeof persisted.sha256Hash !== 'string')
      return undefined;
    return this.#byHash.get(keyOf(persisted.sha256Hash, operationName));
  }
}
