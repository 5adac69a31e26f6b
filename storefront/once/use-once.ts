import { useEffect, useRef, useState } from 'react';
import type { CombinedError, OperationResult } from 'urql';
import { isFinal, isWorthAsking, wait } from './connection.ts';
import { beginIntention, endIntention, readIntention } from './intention.ts';

/** How long it waits before it asks again by itself, each time, in milliseconds. */
const waits = [500, 1_500, 4_000, 8_000];

interface Once<Input, Answer> {
  /** What was begun and is not answered: what `act` asks for then, whatever it is given. */
  begun: Input | null;
  isSending: boolean;
  /** Whether the first answer did not come. */
  isAskingAgain: boolean;
  /** Why there is no answer. */
  error: CombinedError | null;
  /** Does it, if it has not been done; null when there is no answer, or it is being done already. */
  act: (input: Input) => Promise<Answer | null>;
}

const atRest = { isSending: false, isAskingAgain: false, error: null };

/**
 * Something that happens once, however often it is pressed, asked for again, or found without an answer after a reload. What
 * is done once is known by its name, which says for whom and what: as "buy/READER/BOOK".
 */
export function useOnce<Input extends object, Answer>(
  name: string,
  send: (input: Input & { idempotencyKey: string }) => Promise<OperationResult<Answer>>,
): Once<Input, Answer> {
  const [state, setState] = useState<Omit<Once<Input, Answer>, 'begun' | 'act'>>(atRest);
  const isUnderWay = useRef(false);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);

  async function ask(input: Input): Promise<Answer | null> {
    const intention = beginIntention(name, input);
    setState({ isSending: true, isAskingAgain: false, error: null });
    for (let attempt = 0; ; attempt += 1) {
      const { data, error } = await send({
        ...intention.input,
        idempotencyKey: intention.idempotencyKey,
      });
      if (!error || isFinal(error)) endIntention(name);
      const pause = waits[attempt];
      if (!error || !isWorthAsking(error) || isFinal(error) || pause === undefined || isLeft.current) {
        setState({ ...atRest, error: error ?? null });
        return error ? null : (data ?? null);
      }
      setState({ isSending: true, isAskingAgain: true, error: null });
      await wait(pause);
    }
  }

  return {
    ...state,
    begun: readIntention<Input>(name)?.input ?? null,
    async act(input) {
      if (isUnderWay.current) return null;
      isUnderWay.current = true;
      return ask(input).finally(() => {
        isUnderWay.current = false;
      });
    },
  };
}
