import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { envelope } from './envelope.ts';
import type { Receive } from './event-transport.ts';
import { eventsPath } from './http-transport.ts';

const maxBodyBytes = 4 * 1024 * 1024;

const parcel = z.object({ events: z.array(envelope).min(1).max(1_000) });

const refusal = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });

/**
 * POST /events: takes events in from the subgraph that they come from, which has proved itself (provenSisters).
 * 204 once they are kept for good; 400 where they are not events, and none of them is kept.
 */
export function registerEventsRoute(app: FastifyInstance, receive: Receive): void {
  const onRequest = async ({ sister }: FastifyRequest, reply: FastifyReply) =>
    sister
      ? undefined
      : reply.code(401).send(refusal('Only sister services tell events.', 'UNAUTHENTICATED'));
  app.post(eventsPath, { bodyLimit: maxBodyBytes, onRequest }, async (request, reply) => {
    const { success, data } = parcel.safeParse(request.body);
    if (!success) return reply.code(400).send(refusal('The body must hold sound events.', 'BAD_USER_INPUT'));
    if (data.events.some(({ source }) => source !== request.sister))
      return reply.code(403).send(refusal('A service tells its own events alone.', 'FORBIDDEN'));
    await receive(data.events);
    return reply.code(204).send();
  });
}
