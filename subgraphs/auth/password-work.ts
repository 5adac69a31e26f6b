import { tooBusy } from '../../runtime/errors.ts';
import { counter, gauge } from '../../runtime/metrics/instruments.ts';

const refused = counter(
  'password_work_refused_total',
  'Passwords that were not looked at, because too many waited to be hashed: SERVICE_UNAVAILABLE.',
);
const inLine = gauge('password_work_waiting', 'Passwords that wait to be hashed.');

/** Runs work that hashes or verifies a password. */
export type PasswordWork = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Work with passwords, so many pieces at once in this process, the others in the order in which they came. Where so many
 * wait already it is refused at once, by SERVICE_UNAVAILABLE: a flood of logins neither starves other work nor piles up.
 */
export function passwordWorkOf({
  atOnce,
  mostWaiting,
}: {
  atOnce: number;
  mostWaiting: number;
}): PasswordWork {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  const tell = () => inLine.set(waiting.length);

  const enter = async () => {
    if (free > 0) {
      free -= 1;
      return;
    }
    if (waiting.length >= mostWaiting) {
      refused.inc();
      throw tooBusy('Too many people are signing in at the moment. Try again.');
    }
    await new Promise<void>(start => {
      waiting.push(start);
      tell();
    });
  };

  const leave = () => {
    const next = waiting.shift();
    tell();
    if (next) next();
    else free += 1;
  };

  return async work => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
