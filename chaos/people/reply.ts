/**
 * What came of a request: an answer of the store; none, so that nobody knows whether it took effect (a time-out, a
 * lost connection, SERVICE_UNAVAILABLE); or something that the store must never say.
 */
export type Reply<Data> =
  | { kind: 'answer'; data: Data }
  | { kind: 'none'; why: string }
  | { kind: 'wrong'; why: string };

interface Body<Data> {
  data?: Record<string, Data | null> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

function parse<Data>(text: string): Body<Data> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a GraphQL answer to an operation of one root field; null where the store says that there is nothing. */
export function readReply<Data>(status: number, text: string, field: string): Reply<Data | null> {
  const body = parse<Data>(text);
  if (!body)
    return {
      kind: status >= 502 ? 'none' : 'wrong',
      why: `HTTP ${status} without JSON: ${text.slice(0, 80)}`,
    };
  const codes = (body.errors ?? []).map(({ message, extensions }) => extensions?.code ?? message);
  const alarming = codes.find(code => code !== 'SERVICE_UNAVAILABLE');
  if (alarming) return { kind: 'wrong', why: `HTTP ${status} ${alarming}: ${body.errors?.[0]?.message}` };
  const data = body.data?.[field] ?? null;
  if (data === null && codes.length > 0) return { kind: 'none', why: codes.join(', ') };
  return { kind: 'answer', data };
}
