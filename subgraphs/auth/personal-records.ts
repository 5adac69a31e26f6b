import {
  type NotTold,
  notToldOfEvents,
  type RecordKind,
} from '../../runtime/personal-records/record-kind.ts';

const ofOwnAddress = 'FROM `user` WHERE id = ?';

/** All that auth holds on a user. */
export const recordKinds: readonly RecordKind[] = [
  {
    kind: 'account',
    table: '`user`',
    columns: ['id', 'name', 'email', 'email_verified_at', 'role', 'created_at'],
    whose: 't.id = ?',
  },
  {
    kind: 'session',
    table: 'session',
    columns: ['id', 'user_agent', 'created_at', 'last_used_at', 'expires_at', 'ended_at'],
    whose: 't.user_id = ?',
  },
  {
    kind: 'refresh_token',
    table: 'refresh_token',
    columns: ['session_id', 'created_at', 'expires_at', 'used_at'],
    from: 'session JOIN refresh_token t ON t.session_id = session.id',
    whose: 'session.user_id = ?',
    key: 'SHA2(t.hash, 256)',
  },
  {
    kind: 'one_time_token',
    table: 'one_time_token',
    columns: ['purpose', 'email_key', 'created_at', 'expires_at', 'used_at'],
    whose: 't.user_id = ?',
    key: 'SHA2(t.hash, 256)',
  },
  {
    kind: 'mail_request',
    table: 'mail_request',
    columns: ['id', 'kind', 'email_key', 'created_at', 'due_at', 'attempts'],
    whose: `t.email_key = (SELECT email_key ${ofOwnAddress})`,
  },
  {
    kind: 'login_throttle',
    table: 'login_throttle',
    columns: ['failures', 'wait_until', 'last_attempt_at'],
    whose: `t.account = (SELECT CONVERT(SHA2(email_key, 256) USING ascii) ${ofOwnAddress})`,
    key: 't.account',
  },
  {
    kind: 'second_factor',
    table: 'second_factor',
    columns: ['created_at', 'confirmed_at'],
    whose: 't.user_id = ?',
    key: 't.user_id',
  },
  {
    kind: 'second_factor_throttle',
    table: 'login_throttle',
    columns: ['failures', 'wait_until', 'last_attempt_at'],
    whose: "t.account = CONVERT(SHA2(CONCAT('second factor ', ?), 256) USING ascii)",
    key: 't.account',
  },
  {
    kind: 'recovery_code',
    table: 'recovery_code',
    columns: ['created_at', 'used_at'],
    whose: 't.user_id = ?',
    key: 'SHA2(t.hash, 256)',
  },
  {
    kind: 'known_network',
    table: 'known_network',
    columns: ['network', 'last_used_at'],
    whose: `t.account = (SELECT CONVERT(SHA2(email_key, 256) USING ascii) ${ofOwnAddress})`,
    key: 't.network',
  },
  {
    kind: 'notification',
    table: 'notification',
    columns: ['id', 'reason', 'purchase_id', 'created_at', 'read_at'],
    whose: 't.user_id = ?',
  },
  {
    kind: 'event',
    table: 'outbox_event',
    columns: ['id', 'type', 'occurred_at', 'body', 'delivered_at'],
    whose: "t.stream = 'user' AND t.subject = ?",
  },
];

const ownId = 'The caller’s own id.';
const aboutDelivery = 'How an event is delivered.';

/** What of auth's tables is not told, and why. */
export const notTold: NotTold = {
  ...notToldOfEvents,
  'user.email_key': 'The e-mail address again, in lower case.',
  'user.password_hash': 'A secret, by its hash: whoever saw it could guess on.',
  'user.deleted_at': 'Empty as long as there is an account that can ask.',
  'session.user_id': ownId,
  'refresh_token.hash': 'A secret, by its hash.',
  'refresh_token.successor_salt': 'A part of a secret.',
  'one_time_token.hash': 'A secret, by its hash.',
  'one_time_token.user_id': ownId,
  'second_factor.user_id': ownId,
  'second_factor.sealed_secret': 'A secret, sealed.',
  'second_factor.last_step':
    'When a code was last given, which stands in the audit log by the session that it opened.',
  'recovery_code.hash': 'A secret, by its hash.',
  'recovery_code.user_id': ownId,
  'mail_request.owner': 'The process that sends the mail.',
  'login_throttle.account': 'The e-mail address again, by its hash.',
  'known_network.account': 'The e-mail address again, by its hash.',
  network_throttle: 'By network, whoever comes from there.',
  registration: 'Asked for by who has not proved yet that the e-mail address is theirs.',
  'notification.user_id': ownId,
  'outbox_event.stream': aboutDelivery,
  'outbox_event.version': aboutDelivery,
  'outbox_event.subject': ownId,
  'outbox_event.subject_sequence': aboutDelivery,
  'outbox_event.due_at': aboutDelivery,
  'outbox_event.owner': aboutDelivery,
  'outbox_event.delivered_to': aboutDelivery,
  'outbox_event.attempts': aboutDelivery,
  'outbox_event.request_id': aboutDelivery,
  'outbox_event.traceparent': aboutDelivery,
  inbox_event: 'Ids of purchases and of their two sides, for a week: purchase tells of these.',
  signing_key: 'The store’s keys.',
};
