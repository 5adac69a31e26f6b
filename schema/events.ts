import { z } from 'zod';
import { newId } from '../runtime/ids.ts';
import type { SubgraphName } from '../runtime/services.ts';

// The events of the store: what each means, who tells it, what it carries. The one place that defines them;
// schema/events.md is made from it.

const id = z.uuid();
/** Minor units of the store's currency. */
const money = z.int().nonnegative();
const copies = z.int().positive();
const status = z.enum(['PUBLISHED', 'PAUSED', 'REMOVED']);

const user = z.object({ userId: id, name: z.string(), role: z.enum(['CUSTOMER', 'ADMIN']) });
const account = z.object({ userId: id });
const book = z.object({
  bookId: id,
  sellerId: id,
  title: z.string(),
  price: money,
  stock: z.int().nonnegative(),
  status,
  version: z.int().positive(),
});
const stock = z.object({ purchaseId: id, lines: z.array(z.object({ bookId: id, quantity: copies })) });
const purchase = z.object({ purchaseId: id, buyerId: id, sellerId: id });

/**
 * Events of one stream that are about the same subject take effect in the order in which they happened. A
 * listener follows whole streams, from their beginning: one that is added later needs a migration that fills its
 * inbox_subject from the outbox_subject of the source, or it waits for events that were told before.
 */
export const streams = {
  user: { source: 'auth', subject: 'a user', listeners: ['catalog'] },
  account: { source: 'auth', subject: 'a user', listeners: ['catalog', 'purchase'] },
  book: { source: 'catalog', subject: 'a book', listeners: [] },
  stock: { source: 'catalog', subject: 'a purchase', listeners: ['purchase'] },
  purchase: { source: 'purchase', subject: 'a purchase', listeners: ['auth'] },
} as const satisfies Record<
  string,
  { source: SubgraphName; subject: string; listeners: readonly SubgraphName[] }
>;

/** What a stream is called. */
export type StreamName = keyof typeof streams;

/**
 * `version` is that of the body. Listeners know one alone, and have every other as a dead letter: a body only gains what may
 * be missing. What the listeners of the release before could not take is another type, told beside this one while they run.
 */
const event = <Body extends z.ZodType>(stream: StreamName, version: number, body: Body, about: string) => ({
  stream,
  version,
  body,
  about,
});

const types = {
  UserRegistered: event('user', 1, user, 'Somebody made an account.'),
  UserUpdated: event('user', 1, user, 'The name or the role of an account changed.'),

  AccountDeleted: event(
    'account',
    1,
    account,
    'Somebody deleted an account: whoever keeps anything of its user erases it within a day.',
  ),

  BookPublished: event('book', 1, book, 'A seller offers a book.'),
  BookChanged: event(
    'book',
    1,
    book,
    'Its seller (or an administrator) changed an offer. Copies that are reserved or sold do not change it.',
  ),
  BookRemoved: event('book', 1, book, 'An offer was taken down for good.'),

  StockReserved: event('stock', 1, stock, 'Copies were set aside for a purchase.'),
  StockCommitted: event('stock', 1, stock, 'The copies of a purchase were sold.'),
  StockReleased: event('stock', 1, stock, 'The copies of a purchase came back, reserved or sold.'),

  PurchasePlaced: event('purchase', 1, purchase, 'A purchase awaits its payment; its copies are set aside.'),
  PurchasePaid: event('purchase', 1, purchase, 'The money of a purchase was taken; its copies are sold.'),
  PurchaseShipped: event('purchase', 1, purchase, 'The seller sent a purchase off.'),
  PurchaseDelivered: event('purchase', 1, purchase, 'A purchase arrived, or counts as arrived.'),
  PurchaseCancelled: event(
    'purchase',
    1,
    purchase,
    'A purchase was called off; its copies and its money go back.',
  ),
  PurchaseExpired: event('purchase', 1, purchase, 'A purchase was not paid in time; its copies go back.'),
} as const;

/** What an event is called by what happened. */
export type EventType = keyof typeof types;

/** What an event of a type carries. */
export type EventBody<Type extends EventType> = z.infer<(typeof types)[Type]['body']>;

/** What is known of each type of event. */
export const eventTypes: {
  readonly [Type in EventType]: {
    stream: StreamName;
    version: number;
    body: z.ZodType<EventBody<Type>>;
    about: string;
  };
} = types;

/** An event as it is handed over to an outbox. */
export interface NewEvent {
  id: string;
  stream: StreamName;
  type: EventType;
  version: number;
  /** What it is about: the id of the user, book or purchase. */
  subject: string;
  body: object;
}

/** An event of a type, about a subject. Throws where this is no id, or its body is not as the type wants it. */
export function newEvent<Type extends EventType>(
  type: Type,
  subject: string,
  body: EventBody<Type>,
): NewEvent {
  const { stream, version, body: schema } = eventTypes[type];
  return { id: newId(), stream, type, version, subject: id.parse(subject), body: schema.parse(body) };
}

/** The streams that a subgraph follows. */
export const streamsOf = (listener: SubgraphName): StreamName[] =>
  streamNames.filter(name => listenersOf(name).includes(listener));

/** The subgraphs that follow a stream. */
export const listenersOf = (stream: StreamName): readonly SubgraphName[] => streams[stream].listeners;

const isStreamName = (name: string): name is StreamName => name in streams;

/** All streams. */
export const streamNames: readonly StreamName[] = Object.keys(streams).filter(isStreamName);

/** Whether there is an event type of that name. */
export const isEventType = (name: string): name is EventType => Object.hasOwn(eventTypes, name);
