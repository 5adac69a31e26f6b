import type { FastifyReply, FastifyRequest } from 'fastify';

const malformed = {
  errors: [{ message: 'The Host header is malformed.', extensions: { code: 'BAD_REQUEST' } }],
};

// Nearly all requests to a store have the same one.
let lastSound: string | undefined;

function isSound(hostname: string): boolean {
  if (hostname === lastSound) return true;
  if (!URL.canParse(`http://${hostname}/`)) return false;
  lastSound = hostname;
  return true;
}

/** Refuses a request whose Host is none: Apollo makes a URL of it, and would take what goes wrong then for our fault. */
export function requireSoundHost(
  { hostname, url }: FastifyRequest,
  reply: FastifyReply,
  done: () => void,
): void {
  // What a client sends to a proxy begins with a host of its own (RFC 9112, section 3.2.2).
  const isWhole = !url.startsWith('/');
  if (isSound(hostname) && (!isWhole || URL.canParse(url))) done();
  else reply.code(400).send(malformed);
}
