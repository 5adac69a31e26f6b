import type { CombinedError } from 'urql';

const answers = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'FORBIDDEN']);

/** Whether an error says that nothing was done, and nothing will be. Of all others nobody knows. */
export const isFinal = ({ graphQLErrors }: CombinedError): boolean =>
  graphQLErrors.some(({ extensions }) => answers.has(String(extensions.code)));

/** Whether it may go well if it is asked for again, by itself. */
export const isWorthAsking = ({ graphQLErrors }: CombinedError): boolean =>
  !graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');

/** Waits so long; while there is no network until there is, and no longer once it is back. */
export async function wait(milliseconds: number): Promise<void> {
  const isBack = new Promise(resolve => window.addEventListener('online', resolve, { once: true }));
  const isOver = new Promise(resolve => setTimeout(resolve, milliseconds));
  await (navigator.onLine ? Promise.race([isBack, isOver]) : isBack);
}
