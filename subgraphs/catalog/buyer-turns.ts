import { serviceUnavailable } from '../../runtime/errors.ts';

/** A reservation that is under way, and those of its buyer that wait for its end, the longest waiting first. */
interface Turn {
  /** By performance.now(). */
  since: number;
  waiting: Set<(turn: Turn) => void>;
}

/** After so many times the patience a turn is passed by: whatever it hangs in, the database has undone it. */
const longestTurn = 2;

const comeAgain = () => serviceUnavailable('What reserves for this buyer');

/**
 * Has the reservations of each buyer go one after the other in this process, before they take a connection: all of them
 * need one row, and would keep the connections of everybody else while they wait for it.
 */
export class BuyerTurns {
  readonly #patienceMilliseconds: number;
  readonly #turns = new Map<string, Turn>();

  /** `patienceMilliseconds`: so long a reservation waits for its turn. */
  constructor(patienceMilliseconds: number) {
    this.#patienceMilliseconds = patienceMilliseconds;
  }

  /**
   * Does the work when it is this one's turn. Rejects with SERVICE_UNAVAILABLE, and has done nothing, where that does not
   * come in time; at once where the one whose turn it is has taken too long already.
   */
  async inTurn<Result>(buyerId: string, work: () => Promise<Result>): Promise<Result> {
    const turn = await this.#enter(buyerId);
    try {
      return await work();
    } finally {
      this.#leave(buyerId, turn);
    }
  }

  async #enter(buyerId: string): Promise<Turn> {
    const turn = this.#turns.get(buyerId);
    if (!turn) return this.#begin(buyerId, new Set());
    const lasted = performance.now() - turn.since;
    if (lasted > longestTurn * this.#patienceMilliseconds) return this.#begin(buyerId, turn.waiting);
    if (lasted > this.#patienceMilliseconds) throw comeAgain();
    return this.#wait(turn);
  }

  #begin(buyerId: string, waiting: Turn['waiting']): Turn {
    const turn = { since: performance.now(), waiting };
    this.#turns.set(buyerId, turn);
    return turn;
  }

  #wait({ waiting }: Turn): Promise<Turn> {
    const { promise, resolve, reject } = Promise.withResolvers<Turn>();
    const enter = (turn: Turn) => {
      clearTimeout(timer);
      resolve(turn);
    };
    const giveUp = () => {
      waiting.delete(enter);
      reject(comeAgain());
    };
    const timer = setTimeout(giveUp, this.#patienceMilliseconds);
    waiting.add(enter);
    return promise;
  }

  #leave(buyerId: string, turn: Turn): void {
    // It was passed by.
    if (this.#turns.get(buyerId) !== turn) return;
    const [next] = turn.waiting;
    if (!next) {
      this.#turns.delete(buyerId);
      return;
    }
    turn.waiting.delete(next);
    next(this.#begin(buyerId, turn.waiting));
  }
}
