import { requestIdHeader } from '../http-server.ts';
import { scopeHere } from './scope.ts';
import { traceparentHeader, traceparentHere } from './spans.ts';

/** The headers that tell another part of the store for which request, and in which trace, it is asked. */
export function originHeaders(): Record<string, string> {
  const requestId = scopeHere()?.requestId;
  const traceparent = traceparentHere();
  const headers: Record<string, string> = {};
  if (requestId) headers[requestIdHeader] = requestId;
  if (traceparent) headers[traceparentHeader] = traceparent;
  return headers;
}
