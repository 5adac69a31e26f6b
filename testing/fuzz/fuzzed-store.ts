import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { places } from '../../deploy/local/places.ts';
import { type ServiceName, serviceNames } from '../../runtime/services.ts';
import { apiSchemaOf } from '../../schema/breaking-changes.ts';
import type { Answer, GraphqlClient } from '../graphql-client.ts';
import { errorsLoggedSince } from '../log-since.ts';
import { payPurchase, publishBook, purchaseBook, soundDelivery } from '../operations.ts';
import { startTestStore, type TestStore } from '../test-store.ts';
import { StoreUser } from '../use-store.ts';
import { brokenPromises } from './broken-promises.ts';
import type { FuzzDocument } from './fuzz-document.ts';

const atOnce = 8;
/** Callers are made anew after so many, as what they send ends their sessions, and tokens end by themselves. */
const batch = 200;

/** What may come out of hostile input: the client's mistakes, and no others. */
const fair = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_TOO_LARGE',
]);
const trace = /node_modules|\.ts:\d+|\n\s+at \S+|\bER_[A-Z_]{4,}|mysql/i;

/** What clients can ask for, as the committed supergraph has it. */
export const fuzzedSchema: GraphQLSchema = apiSchemaOf(
  readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'),
);

/** What became of documents that were sent. */
export interface Sent {
  /** How many were answered, and how many met which code. */
  tally: Map<string, number>;
  /** What went wrong, each with all that is needed to send it again. */
  wrong: string[];
}

/** What is wrong with an answer; empty when it is one that hostile input may get. */
function faultsOf({ query }: FuzzDocument, { status, data, errors }: Answer<unknown>): string[] {
  return [
    ...(status >= 500 ? [`HTTP ${status}`] : []),
    ...errors.filter(({ extensions: { code } }) => !fair.has(code)).map(error => JSON.stringify(error)),
    ...errors.filter(({ message }) => trace.test(message)).map(({ message }) => message),
    ...brokenPromises(fuzzedSchema, query, data),
  ];
}

/** A store that hostile documents are sent to, with a book that was bought. */
export class FuzzedStore {
  readonly running: TestStore;
  readonly store: StoreUser;
  /** Of a book, a purchase, a seller, a buyer and a delivery provider. */
  readonly ids: readonly string[];
  readonly #errorsOf: ReadonlyMap<ServiceName, () => string[]>;

  private constructor(
    running: TestStore,
    ids: readonly string[],
    errorsOf: ReadonlyMap<ServiceName, () => string[]>,
  ) {
    this.running = running;
    this.store = new StoreUser(running.description);
    this.ids = ids;
    this.#errorsOf = errorsOf;
  }

  /** Starts one; the name is that of its databases. */
  static async start(name: string): Promise<FuzzedStore> {
    const errorsOf = new Map(serviceNames.map(each => [each, errorsLoggedSince(`${name}-${each}-0.log`)]));
    const settings = { MAIL_DIR: join(places.data, 'test', `${name}-mail`) };
    const running = await startTestStore(name, { settings });
    const store = new StoreUser(running.description);
    const [seller, buyer] = [await store.register(), await store.register()];
    const delivery = await soundDelivery(buyer.client);
    const book = await publishBook(seller.client, { stock: 50_000 });
    const { purchase } = await purchaseBook(buyer.client, { bookId: book, delivery });
    await payPurchase(buyer.client, { purchaseId: purchase?.id });
    const ids = [book, purchase?.id ?? '', seller.id, buyer.id, delivery.providerId];
    return new FuzzedStore(running, ids, errorsOf);
  }

  /** Sends documents by several callers, several at a time. */
  async sendAll(all: readonly FuzzDocument[]): Promise<Sent> {
    const sent: Sent = { tally: new Map(), wrong: [] };
    for (let at = 0; at < all.length; at += batch) {
      const callers = await this.#newCallers();
      const waiting = all.slice(at, at + batch).map((document, index) => ({ document, index }));
      const goOn = async () => {
        for (let next = waiting.pop(); next; next = waiting.pop())
          await this.#send(next.document, callers[next.index % callers.length] ?? this.store.nobody(), sent);
      };
      await Promise.all(Array.from({ length: atOnce }, goOn));
    }
    return sent;
  }

  /** The processes that are not ready, and the errors of their own that they logged; empty where all is well. */
  async complaints(): Promise<string[]> {
    const ports = Object.entries(this.running.description.ports[0] ?? {});
    const notReady = await Promise.all(
      ports.map(async ([name, port]) => {
        const { status } = await fetch(`http://127.0.0.1:${port}/ready`);
        return status === 200 ? [] : [`${name} is not ready: ${status}`];
      }),
    );
    const logged = Array.from(this.#errorsOf, ([name, errors]) =>
      errors()
        .slice(0, 3)
        .map(line => `${name}: ${line}`),
    );
    return [...notReady, ...logged].flat();
  }

  // The administrator has a token, and no account that could be changed.
  async #newCallers(): Promise<GraphqlClient[]> {
    const { store } = this;
    return [store.nobody(), (await store.register()).client, store.person(0, 'ADMIN').client];
  }

  async #send(document: FuzzDocument, caller: GraphqlClient, { tally, wrong }: Sent): Promise<void> {
    const answer = await caller.send<unknown>(document.query, document.variables);
    const outcome = answer.errors[0]?.extensions.code ?? 'answered';
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
    const faults = faultsOf(document, answer);
    if (faults.length > 0)
      wrong.push(
        `${faults.join('; ')}\n${document.query}\n${JSON.stringify(document.variables).slice(0, 2_000)}`,
      );
  }
}
