import type { FastifyReply, FastifyRequest } from 'fastify';

const malformed = {
  errors: [{ message: 'The Host header is malformed.', extensions: { code: 'BAD_REQUEST' } }],
};

/** Refuses a request whose Host is none: Apollo makes a URL of it, and would take what goes wrong then for our fault. */
export function requireSoundHost(
  { url, hostname }: FastifyRequest,
  reply: FastifyReply,
  done: () => void,
): void {
  if (URL.canParse(url, `http://${hostname}/`)) done();
  else reply.code(400).send(malformed);
}
