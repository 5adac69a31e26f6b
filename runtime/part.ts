import { LeftAlone } from './breaker.ts';
import { PartDown } from './part-down.ts';
import type { PartOptions } from './part-options.ts';
import type { PartAnswer, PartRequest, ReplicaState } from './replica.ts';
import { Replicas } from './replicas.ts';

/** Whether what failed by this may be asked once more: it was not sent, or does the same when it is done twice. */
const isWorthAnotherTry = (error: unknown, { isRepeatable }: PartRequest): boolean =>
  error instanceof LeftAlone ||
  (error instanceof PartDown && (error.how === 'refused' || (error.how === 'broken' && isRepeatable)));

/**
 * Another part of the store: as many replicas as there are, each asked as Replica tells. What is repeatable is sent
 * once more when its connection failed, to another replica where there is one; everything else is sent once more only
 * where nothing was sent the first time.
 */
export class Part {
  readonly #replicas: Replicas;

  constructor(options: PartOptions) {
    this.#replicas = new Replicas(options);
  }

  /** How each of its replicas stands. */
  get replicas(): ReplicaState[] {
    return this.#replicas.states;
  }

  /** Rejects with PartDown, LeftAlone, TooLate or LineTooLong; the last three have sent nothing. */
  async ask(request: PartRequest): Promise<PartAnswer> {
    const first = this.#replicas.only ?? (await this.#replicas.choose());
    try {
      return await first.ask(request);
    } catch (error) {
      if (!isWorthAnotherTry(error, request) || performance.now() >= request.deadline) throw error;
      // Who is not where it was may be elsewhere by now.
      if (error instanceof PartDown && error.how === 'refused') await this.#replicas.look();
      const next = await this.#replicas.choose(first);
      if (next === first && error instanceof LeftAlone) throw error;
      return next.ask({ ...request, isUnderWay: true });
    }
  }

  /** Resolves when one replica says that it is alive; rejects after a second. */
  isAlive(): Promise<void> {
    return this.#replicas.isAlive();
  }

  /** Resolves when what is under way has ended. */
  close(): Promise<void> {
    return this.#replicas.close();
  }
}
