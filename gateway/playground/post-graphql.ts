import { type ExecutionResult, GraphQLError } from 'graphql';

/** An answer that did not come from the store: a message of the playground's own, shaped as a GraphQL error. */
export function refusal(message: string): ExecutionResult {
  return { errors: [new GraphQLError(message)] };
}

/**
 * Posts one GraphQL request to the gateway that served this page and gives back its answer. A gateway that is
 * away, or that does not speak JSON, becomes a GraphQL error that says so.
 */
export async function postGraphQL(body: object, headers: Record<string, string>): Promise<ExecutionResult> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return refusal(`The gateway gave no answer that can be read (${reason}). Is it running?`);
  }
}
