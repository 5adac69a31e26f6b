import { requestIdHeader } from '../http-server.ts';
import { scopeHere } from './scope.ts';
import { traceparentHeader, traceparentHere } from './spans.ts';

/** The headers that tell another part of the store for which request, and in which trace, it is asked. */
export function originHeaders(): Record<string, string> {
  const requestId = scopeHere()?.requestId;
  const traceparent = traceparentHere();
  return {
    ...(requestId && { [requestIdHeader]: requestId }),
    ...(traceparent && { [traceparentHeader]: traceparent }),
  };
}
