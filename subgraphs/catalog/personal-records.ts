import {
  type NotTold,
  notToldOfEvents,
  type RecordKind,
} from '../../runtime/personal-records/record-kind.ts';

const coverColumns = ['picture', 'book_id', 'content_hash', 'changed_at'];

/** All that catalog holds on a user. */
export const recordKinds: readonly RecordKind[] = [
  { kind: 'seller', table: 'seller', columns: ['name'], whose: 't.user_id = ?', key: 't.user_id' },
  {
    kind: 'book',
    table: 'book',
    columns: [
      ...['id', 'title', 'authors', 'isbn', 'description', 'language', 'publisher', 'published_year'],
      ...['subjects', 'book_condition', 'condition_note', 'price', 'stock', 'stock_put_in', 'status'],
      ...['version', 'created_at', 'updated_at'],
    ],
    whose: 't.seller_id = ?',
  },
  {
    kind: 'cover',
    table: 'cover',
    columns: coverColumns,
    from: 'book JOIN cover t ON t.used_for = book.id',
    whose: 'book.seller_id = ?',
    key: 't.picture',
  },
  {
    kind: 'former_cover',
    table: 'cover',
    columns: coverColumns,
    from: 'cover t JOIN book ON book.id = t.book_id',
    whose: 't.used_for IS NULL AND book.seller_id = ?',
    key: 't.picture',
  },
  {
    kind: 'publication_key',
    table: 'publication_key',
    columns: ['key_hash', 'book_id'],
    whose: 't.seller_id = ?',
    key: 't.key_hash',
  },
  {
    kind: 'reserved_book',
    table: 'stock_reservation_line',
    columns: ['purchase_id', 'book_id', 'title', 'quantity', 'unit_price'],
    whose: 't.buyer_id = ?',
    key: "CONCAT(t.purchase_id, ' ', t.book_id)",
  },
  {
    kind: 'event',
    table: 'inbox_event',
    columns: ['event_id', 'type', 'occurred_at', 'body', 'received_at', 'applied_at'],
    whose: "t.stream = 'user' AND t.subject = ?",
    key: 't.event_id',
  },
];

const ownId = 'The caller’s own id.';
const foundBy = 'Title, authors, ISBN and description again, as they are searched.';
const aboutDelivery = 'How an event takes effect.';

/** What of catalog's tables is not told, and why. */
export const notTold: NotTold = {
  ...notToldOfEvents,
  'buyer.id': ownId,
  'seller.user_id': ownId,
  'book.seller_id': ownId,
  'book.in_stock': 'Whether stock is above zero.',
  'book.title_key': foundBy,
  'book.title_terms': foundBy,
  'book.author_terms': foundBy,
  'book.search_terms': foundBy,
  book_subject: 'The subjects of books again.',
  'cover.used_for': 'The kind says whether the book has it now.',
  'publication_key.seller_id': ownId,
  'publication_key.request_hash': 'The book as it was sent, by its hash.',
  'stock_reservation_line.buyer_id': ownId,
  stock_reservation: 'The caller’s purchases again: purchase tells of them.',
  'inbox_event.source': aboutDelivery,
  'inbox_event.stream': aboutDelivery,
  'inbox_event.version': aboutDelivery,
  'inbox_event.subject': ownId,
  'inbox_event.subject_sequence': aboutDelivery,
  'inbox_event.due_at': aboutDelivery,
  'inbox_event.applications': aboutDelivery,
  'inbox_event.attempts': aboutDelivery,
  'inbox_event.failure': aboutDelivery,
  'inbox_event.dead_at': aboutDelivery,
  'inbox_event.request_id': aboutDelivery,
  'inbox_event.traceparent': aboutDelivery,
  outbox_event: 'The caller’s books again, for a week, and ids of purchases.',
  token_facts: 'Ids of sessions that ended minutes ago.',
};
