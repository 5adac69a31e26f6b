import { keysOfSecret } from '../runtime/internal-keys.ts';
import { InternalTokens } from '../runtime/internal-token.ts';
import type { SubgraphName } from '../runtime/services.ts';
import { type Answer, GraphqlClient } from './graphql-client.ts';
import type { StoreDescription } from './test-store.ts';

/** A client that asks a subgraph itself, as the gateway does (or a sister service) for somebody with a token, or for nobody. */
export class DirectClient extends GraphqlClient {
  readonly #subgraph: SubgraphName;
  readonly #sender: InternalTokens;

  constructor(
    description: StoreDescription,
    subgraph: SubgraphName,
    token?: string,
    sender = 'gateway',
    /** Which of its processes, where there are replicas. */
    replica = 0,
  ) {
    super(`http://127.0.0.1:${description.ports[replica]?.[subgraph]}`, token);
    this.#subgraph = subgraph;
    this.#sender = new InternalTokens(keysOfSecret(description.internalTokenSecret), sender);
  }

  override async send<Data>(query: string, variables: object = {}): Promise<Answer<Data>> {
    const body = JSON.stringify({ query, variables });
    const proof = this.#sender.headersFor(this.#subgraph, { method: 'POST', path: '/graphql', body });
    const headers = { ...this.headers(), ...proof };
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers, body });
    const answer: Partial<Answer<Data>> = JSON.parse(await response.text());
    return { status: response.status, data: answer.data ?? null, errors: answer.errors ?? [] };
  }
}
