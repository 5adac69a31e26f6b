import type { EntityManager } from '@mikro-orm/mysql';
import { type EventBody, type EventType, eventTypes, isEventType } from '../../schema/events.ts';
import type { Envelope } from './envelope.ts';

/** What happens to each type of event that a listener cares about; all others it lets pass. */
export type Handlers = {
  [Type in EventType]?: (tx: EntityManager, body: EventBody<Type>) => Promise<void>;
};

/** An event that no repetition can apply: of a version or in a stream that is not known here, or with an unsound body. */
export class UnsoundEvent extends Error {}

/** Applies an event in a transaction. Throws UnsoundEvent, or what its handler throws. */
export async function handle(handlers: Handlers, tx: EntityManager, event: Envelope): Promise<void> {
  if (isEventType(event.type)) await handleType(handlers, tx, event.type, event);
}

async function handleType<Type extends EventType>(
  handlers: Handlers,
  tx: EntityManager,
  type: Type,
  event: Envelope,
): Promise<void> {
  const handler = handlers[type];
  if (!handler) return;
  const { stream, version, body: schema } = eventTypes[type];
  if (event.stream !== stream)
    throw new UnsoundEvent(`${type} belongs into the stream ${stream}, not ${event.stream}.`);
  if (event.version !== version)
    throw new UnsoundEvent(`${type} of version ${event.version} is not known here, only ${version}.`);
  const body = schema.safeParse(event.body);
  if (!body.success) throw new UnsoundEvent(`The body of ${type} is not sound: ${body.error.message}`);
  await handler(tx, body.data);
}
