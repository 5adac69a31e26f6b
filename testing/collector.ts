import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

const attributes = z
  .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
  .default([])
  .transform(list => Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]])));

const span = z.object({
  traceId: z.string().regex(/^[\da-f]{32}$/),
  spanId: z.string().regex(/^[\da-f]{16}$/),
  parentSpanId: z.string().default(''),
  name: z.string(),
  kind: z.number(),
  attributes,
  links: z.array(z.object({ traceId: z.string() })).default([]),
  status: z.object({ code: z.number().default(0) }),
});

const traces = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
});

/** A span as it came, with the name of the process that sent it. */
export type CollectedSpan = z.infer<typeof span> & { service: unknown };

export interface Collector {
  url: string;
  spans: CollectedSpan[];
  /** The Authorization headers that came. */
  authorizations: Set<string | undefined>;
  /** Resolves with the spans of a trace as soon as they are as wanted; rejects after 30 s, with those that came. */
  trace(traceId: string, isWhole: (spans: CollectedSpan[]) => boolean): Promise<CollectedSpan[]>;
  /** The first span that fits, as soon as it came. */
  span(fits: (span: CollectedSpan) => boolean): Promise<CollectedSpan>;
  stop(): void;
}

const patienceMilliseconds = 30_000;

/** Takes in what is sent by OTLP over HTTP as JSON, as OpenTelemetry's collector does. */
export async function startCollector(): Promise<Collector> {
  const spans: CollectedSpan[] = [];
  const authorizations = new Set<string | undefined>();
  const server = createServer(async (request, response) => {
    const { resourceSpans } = traces.parse(JSON.parse(await text(request)));
    authorizations.add(request.headers.authorization);
    for (const { resource, scopeSpans } of resourceSpans)
      for (const each of scopeSpans.flatMap(scope => scope.spans))
        spans.push({ ...each, service: resource.attributes['service.name'] });
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const until = async <Found>(find: () => Found | undefined): Promise<Found> => {
    for (const deadline = Date.now() + patienceMilliseconds; Date.now() < deadline; await delay(50)) {
      const found = find();
      if (found !== undefined) return found;
    }
    const list = spans.map(({ traceId, service, name }) => `${traceId} ${service}: ${name}`);
    throw new Error(`What is waited for did not come.\n${list.slice(-200).join('\n')}`);
  };
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    spans,
    authorizations,
    trace: (traceId, isWhole) =>
      until(() => {
        const found = spans.filter(each => each.traceId === traceId);
        return isWhole(found) ? found : undefined;
      }),
    span: fits => until(() => spans.find(fits)),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
