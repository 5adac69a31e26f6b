import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { maxCoverBytes } from '../../covers/limits.ts';
import { MakerTooSlow } from '../../covers/making/picture-maker.ts';
import { isDatabaseDown } from '../../runtime/database-errors.ts';
import { serviceUnavailable } from '../../runtime/errors.ts';
import { LineTooLong, TooLate } from '../../runtime/line.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import { refusalAnswer } from './cover-upload-answer.ts';
import { userError } from './user-error.ts';

const statuses: Record<string, number> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
};
const retrySeconds = 5;

const tooLarge = refusalAnswer([
  userError('COVER_TOO_LARGE', `A cover has at most ${maxCoverBytes / 1024 ** 2} MB: save it smaller.`),
]);

const busyReasons = [TooLate, LineTooLong, MakerTooSlow];

/** The error of the graph that an error is told as; undefined for one that is a mistake of ours. */
function toldAs(error: unknown): GraphQLError | undefined {
  if (error instanceof GraphQLError) return error;
  if (busyReasons.some(reason => error instanceof reason))
    return serviceUnavailable('What makes pictures', error);
  return isDatabaseDown(error) ? serviceUnavailable('The database') : undefined;
}

/** Tells what goes wrong at the routes of covers in the words and codes of the graph. */
export function answerCoverError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error.statusCode === 413) return reply.code(tooLarge.status).send(tooLarge.body);
  const told = toldAs(error);
  const code = String(told?.extensions.code);
  // To the gateway, which asks for what it does not find, a 503 would mean that nothing can be had here.
  const status = request.method === 'GET' ? 429 : statuses[code];
  if (!told || !status) throw error;
  if (status === 503)
    request.log.warn(
      { reason: reasonOf(told.originalError ?? told), requestId: request.id },
      'a cover could not be had',
    );
  if (status !== 401) reply.header('retry-after', retrySeconds);
  return reply.code(status).send({ errors: [{ message: told.message, extensions: { code } }] });
}
