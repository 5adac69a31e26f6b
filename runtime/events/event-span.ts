import { inScope } from '../tracing/scope.ts';
import { inTrace, type SpanFacts, startSpan } from '../tracing/spans.ts';
import type { Envelope } from './envelope.ts';
import type { Parcel } from './event-transport.ts';

const facts = (verb: 'send' | 'process', { id, stream, type }: Envelope): SpanFacts => ({
  name: `${verb} ${type}`,
  kind: verb === 'send' ? 'producer' : 'consumer',
  attributes: {
    'messaging.operation.name': verb,
    'messaging.operation.type': verb,
    'messaging.destination.name': stream,
    'messaging.message.id': id,
  },
});

/** Has an event take effect on behalf of the request that it came from, and in its trace, if that is recorded. */
export function inEventScope<Result>(event: Envelope, work: () => Promise<Result>): Promise<Result> {
  const { requestId, traceparent } = event;
  if (traceparent === undefined) return inScope({ requestId }, work);
  return inTrace({ requestId, parent: traceparent }, () => facts('process', event), work);
}

/** Delivers events; how long that takes stands in the trace of each that has one. */
export async function inDeliverySpans<Result>(
  parcels: readonly Parcel[],
  deliver: () => Promise<Result>,
): Promise<Result> {
  const spans = parcels.map(({ event }) => startSpan(facts('send', event), event.traceparent));
  try {
    return await deliver();
  } finally {
    for (const span of spans) span?.end();
  }
}
