import { z } from 'zod';
import { streamNames, streams } from '../../schema/events.ts';
import { subgraphs } from '../services.ts';

/** An event on its way: what it is, where it came from, and its place among the events about its subject. */
export const envelope = z
  .object({
    id: z.uuid(),
    source: z.enum(subgraphs),
    stream: z.enum(streamNames),
    type: z.string().min(1).max(40),
    version: z.int().positive(),
    subject: z.uuid(),
    /** 1, 2, 3 … for each subject in its stream. */
    sequence: z.int().positive(),
    occurredAt: z.iso.datetime(),
    /** When its source was restored to an earlier state last: see incarnation.ts. Older senders tell none. */
    incarnation: z.int().nonnegative().optional(),
    body: z.record(z.string(), z.unknown()),
    /** Of the request in which it happened; what happens of our own accord has none. */
    requestId: z.string().max(100).optional(),
    /** Where the trace in which it happened goes on (W3C Trace Context), if that is recorded. */
    traceparent: z.string().max(100).optional(),
  })
  .refine(
    ({ source, stream }) => streams[stream].source === source,
    'Its stream is told by another subgraph.',
  );

/** An event on its way. */
export type Envelope = z.infer<typeof envelope>;
