/** What a reader means to do once: what is asked for, and the key under which the store does it once. */
export interface Intention<Input> {
  input: Input;
  idempotencyKey: string;
}

const placeOf = (name: string): string => `intention/${name}`;

/** What was begun under a name and has not been answered; null for nothing. */
export function readIntention<Input>(name: string): Intention<Input> | null {
  return JSON.parse(localStorage.getItem(placeOf(name)) ?? 'null');
}

/**
 * What is asked for under a name, from now on until it is answered: the same again, with the same key, in every tab, after a
 * reload, a lost connection, and the way back, whatever is asked for then.
 */
export function beginIntention<Input>(name: string, input: Input): Intention<Input> {
  const begun = readIntention<Input>(name);
  if (begun) return begun;
  const intention = { input, idempotencyKey: crypto.randomUUID() };
  localStorage.setItem(placeOf(name), JSON.stringify(intention));
  return intention;
}

/** It is answered: the next time something else is meant. */
export function endIntention(name: string): void {
  localStorage.removeItem(placeOf(name));
}
