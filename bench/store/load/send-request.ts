import type { SentRequest } from '../../load/sent-request.ts';

const patienceMilliseconds = 60_000;

/** The answer to a request, once. Throws where it is not HTTP 200, or tells of a GraphQL error. */
export async function sendRequest(port: number, request: SentRequest): Promise<string> {
  const { method, path, headers, body } = request;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  const answer = await response.text();
  if (response.status === 200 && !answer.includes('"errors":[')) return answer;
  throw new Error(`HTTP ${response.status} to ${method} ${path} ${body ?? ''}\n${answer.slice(0, 2_000)}`);
}
