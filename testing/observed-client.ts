import { reasonOf } from '../runtime/reason-of.ts';
import { type Answer, GraphqlClient } from './graphql-client.ts';

/** What clients saw of a store. */
export interface Tally {
  requests: number;
  /** Each request that was not answered as it should be: what came instead, and when. */
  failures: string[];
  longestMilliseconds: number;
}

export const emptyTally = (): Tally => ({ requests: 0, failures: [], longestMilliseconds: 0 });

/** A client that enters in a tally how it fares. */
export class ObservedClient extends GraphqlClient {
  readonly #tally: Tally;

  constructor(url: string, tally: Tally, token?: string) {
    super(url, token);
    this.#tally = tally;
  }

  override as(token: string): ObservedClient {
    return new ObservedClient(this.url, this.#tally, token);
  }

  override async send<Data>(query: string, variables: object = {}): Promise<Answer<Data>> {
    const began = performance.now();
    const fail = (reason: string) =>
      this.#tally.failures.push(`${new Date().toISOString()} ${reason}: ${query}`);
    this.#tally.requests += 1;
    try {
      const answer = await super.send<Data>(query, variables);
      if (answer.status !== 200 || answer.errors.length > 0)
        fail(`${answer.status} ${JSON.stringify(answer.errors)}`);
      return answer;
    } catch (error) {
      fail(`${reasonOf(error)} ${error instanceof Error ? reasonOf(error.cause) : ''}`);
      throw error;
    } finally {
      this.#tally.longestMilliseconds = Math.max(this.#tally.longestMilliseconds, performance.now() - began);
    }
  }
}
