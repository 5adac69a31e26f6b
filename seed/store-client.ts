import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { Refused, StoreError, StoreUnreachable } from './store-errors.ts';

const patienceMs = 30_000;
/** How often, a second apart, a request is made that the store limits: it carried none of them out but the last. */
const attempts = 60;

const graphqlAnswer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() }))
    .optional(),
});

export interface StoreRequest<Answer> {
  /** A GraphQL document with one operation. */
  document: string;
  variables?: Record<string, unknown>;
  /** The shape of `data`. */
  answer: z.ZodType<Answer>;
  accessToken?: string | undefined;
}

/** A store as its clients reach it: GraphQL over HTTP. */
export interface Store {
  /** Base URL of the gateway. */
  readonly url: string;
  /**
   * The answer's `data`. Waits where the store limits how much it is asked. Throws StoreUnreachable without an
   * answer, StoreError when the answer has errors.
   */
  ask<Answer>(request: StoreRequest<Answer>): Promise<Answer>;
}

async function post(url: string, request: StoreRequest<unknown>): Promise<Response> {
  try {
    return await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(request.accessToken ? { authorization: `Bearer ${request.accessToken}` } : {}),
      },
      body: JSON.stringify({ query: request.document, variables: request.variables }),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    throw new StoreUnreachable(`The store does not answer at ${url}.`);
  }
}

async function bodyOf(url: string, response: Response) {
  try {
    return graphqlAnswer.parse(await response.json());
  } catch {
    throw new StoreUnreachable(`${url} answered HTTP ${response.status} without GraphQL.`);
  }
}

async function askOnce<Answer>(url: string, request: StoreRequest<Answer>): Promise<Answer> {
  const { data, errors = [] } = await bodyOf(url, await post(url, request));
  if (errors.length > 0) {
    const codes = errors.map(error => error.extensions?.code ?? 'UNKNOWN');
    const message = errors.map(error => error.message).join(' ');
    throw codes.includes('SERVICE_UNAVAILABLE')
      ? new StoreUnreachable(message)
      : new StoreError(codes, message);
  }
  const answer = request.answer.safeParse(data);
  if (answer.success) return answer.data;
  const difference = z.prettifyError(answer.error);
  throw new StoreError(['UNKNOWN'], `The store's answer is not as its contract says: ${difference}`);
}

/** A client of the store whose gateway is at `url`. Connects to nothing until it is asked. */
export function openStore(url: string): Store {
  return {
    url,
    async ask(request) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await askOnce(url, request);
        } catch (error) {
          const isTooFast = error instanceof StoreError && error.codes.includes('RATE_LIMITED');
          if (!isTooFast || attempt === attempts) throw error;
        }
        await delay(1_000);
      }
    },
  };
}

/** The shape of userErrors in every payload. */
export const userErrors = z.array(z.object({ code: z.string(), message: z.string() }));

/** The payload, when it was not refused; else throws Refused. */
export function accepted<Payload extends { userErrors: z.infer<typeof userErrors> }>(
  payload: Payload,
): Payload {
  const [refusal] = payload.userErrors;
  if (refusal) throw new Refused(refusal.code, refusal.message);
  return payload;
}
