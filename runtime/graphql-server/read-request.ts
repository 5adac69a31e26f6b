import type { GraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';

/** An operation as a request asks for it: by its text, or by what is in the extensions. */
export type AskedOperation = Omit<GraphQLRequest, 'http'>;

/** What no page of another site can have a browser send without asking first: what Apollo Server calls its CSRF prevention. */
const preflighted = ['x-apollo-operation-name', 'apollo-require-preflight'] as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that a parameter of an address is in JSON; the text itself where it is none. */
function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : text;
  } catch {
    return text;
  }
}

function fromAddress({ headers, query }: FastifyRequest): unknown {
  const contentType = headers['content-type'];
  const isPreflighted = contentType === 'application/json' || preflighted.some(name => headers[name]);
  if (!isPreflighted || (contentType !== undefined && contentType !== 'application/json')) return undefined;
  if (!isRecord(query)) return undefined;
  const { variables, extensions } = query;
  return { ...query, variables: parsed(variables), extensions: parsed(extensions) };
}

/**
 * What a request asks, where it is well formed; undefined where it is not, or where only Apollo Server can tell. It refuses
 * whatever Apollo Server refuses before it looks at the operation.
 */
export function readRequest(request: FastifyRequest): AskedOperation | undefined {
  const given = request.method === 'POST' ? request.body : fromAddress(request);
  if (!isRecord(given)) return undefined;
  const { query, operationName, variables, extensions } = given;
  const asked: AskedOperation = {};
  if (typeof query === 'string') asked.query = query;
  else if (query !== undefined) return undefined;
  if (typeof operationName === 'string') asked.operationName = operationName;
  else if (operationName !== undefined && operationName !== null) return undefined;
  if (isRecord(variables)) asked.variables = variables;
  else if (variables !== undefined && variables !== null) return undefined;
  if (isRecord(extensions)) asked.extensions = extensions;
  else if (extensions !== undefined && extensions !== null) return undefined;
  return asked;
}
