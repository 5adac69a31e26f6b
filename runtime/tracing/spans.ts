import type { Attributes, Span } from '@opentelemetry/api';
import { inScope, type Scope, scopeHere } from './scope.ts';

/** The header, and the field of an event, by which a trace goes on elsewhere (W3C Trace Context). */
export const traceparentHeader = 'traceparent';

/** What a span says of a piece of work: no values that users gave, but names, sizes and outcomes. */
export interface SpanFacts {
  name: string;
  kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  attributes?: Attributes;
  /** When it began, by performance.now(); now, where that is left out. */
  since?: number;
}

/** Where a trace comes from: a span elsewhere that it goes on below, or one that it only mentions. */
interface Origin {
  parent?: string | undefined;
  link?: string | undefined;
}

/** What makes spans while traces are on. */
export interface SpanMaker {
  /** A span below one that is here, or below the origin; a trace's first span where there is neither. */
  start(facts: SpanFacts, below: Span | Origin): Span;
  /** Says that the work failed, and by what kind of error. */
  fail(span: Span, type: string): void;
}

let maker: SpanMaker | undefined;

/** Turns traces on, or off by undefined: spans cost next to nothing then. */
export function setSpanMaker(to: SpanMaker | undefined): void {
  maker = to;
}

/** A database's, the system's or GraphQL's code of an error, else its class: not its words, which may hold values. */
function typeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.constructor.name;
}

async function runIn<Result>(
  span: Span,
  scope: Omit<Scope, 'span'>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await inScope({ ...scope, span }, work);
  } catch (error) {
    maker?.fail(span, typeOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** Does a piece of work in a span below the one here; where nothing is recorded here, just does it. */
export function inSpan<Result>(facts: () => SpanFacts, work: () => Promise<Result>): Promise<Result> {
  const scope = scopeHere();
  if (!maker || !scope?.span?.isRecording()) return work();
  return runIn(maker.start(facts(), scope.span), scope, work);
}

/** Does a piece of work for a request, or of our own accord, in the first span of a trace or of its part in this process. */
export function inTrace<Result>(
  scope: { requestId?: string | undefined } & Origin,
  facts: () => SpanFacts,
  work: () => Promise<Result>,
): Promise<Result> {
  const { requestId } = scope;
  if (!maker) return inScope({ requestId }, work);
  return runIn(maker.start(facts(), scope), { requestId }, work);
}

/** A span below one elsewhere, which the caller ends; undefined where traces are off or it is below none. */
export const startSpan = (facts: SpanFacts, parent: string | undefined): Span | undefined =>
  parent === undefined ? undefined : maker?.start(facts, { parent });

/** Says more of the span here, now that more is known. */
export function describeSpan(more: () => { name?: string; attributes: Attributes }): void {
  const span = scopeHere()?.span;
  if (!span?.isRecording()) return;
  const { name, attributes } = more();
  if (name !== undefined) span.updateName(name);
  span.setAttributes(attributes);
}

/** Says that what the span here is about failed, and by what kind of error, although nothing was thrown. */
export function failSpan(type: string): void {
  const span = scopeHere()?.span;
  if (span?.isRecording()) maker?.fail(span, type);
}

/** What to tell others of the span here, so that theirs are below it, or are not recorded either. */
export function traceparentHere(): string | undefined {
  const context = scopeHere()?.span?.spanContext();
  return context && `00-${context.traceId}-${context.spanId}-0${context.traceFlags.toString(16)}`;
}

/** What is kept with an event, so that whoever hears of it later can say for which request, and in which trace, if it is recorded. */
export function originHere(): { requestId: string | undefined; traceparent: string | undefined } {
  const scope = scopeHere();
  return {
    requestId: scope?.requestId,
    traceparent: scope?.span?.isRecording() ? traceparentHere() : undefined,
  };
}
