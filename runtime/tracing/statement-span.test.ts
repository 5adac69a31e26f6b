import { expect, test } from '@jest/globals';
import { array, assert, double, integer, oneof, property, string } from 'fast-check';
import { escape as quoted } from 'mysql2';
import { statementSpan, withoutValues } from './statement-span.ts';

const value = oneof(
  string({ unit: 'binary' }),
  string({ unit: 'grapheme' }),
  integer(),
  double({ noNaN: true, noDefaultInfinity: true }),
);

test('whatever a value is, it is not shown', () => {
  assert(
    property(value, value, (one, other) => {
      const sql = `SELECT \`b0\`.\`line1\` FROM \`book\` AS \`b0\` WHERE \`title\` = ${quoted(one)} AND price < ${quoted(other)} LIMIT 5`;
      const shown = withoutValues(sql).replaceAll('-?', '?');
      expect(shown).toBe('SELECT `b0`.`line1` FROM `book` AS `b0` WHERE `title` = ? AND price < ? LIMIT ?');
    }),
    { numRuns: 2_000 },
  );
});

test('wherever a statement is cut off, no value is shown', () => {
  const secret = 'opensesame';
  const sql = `UPDATE user SET name = '${'x'.repeat(19_930)}', email = '${secret}\\'${secret}' WHERE id = 1`;
  for (let cut = 0; cut < 80; cut += 1) expect(withoutValues(' '.repeat(cut) + sql)).not.toContain('sesame');
});

test('lists are shown as one, however long', () => {
  assert(
    property(array(value, { minLength: 1, maxLength: 20 }), values => {
      const list = values
        .map(each => quoted(each))
        .join(', ')
        .replaceAll('-', '');
      expect(withoutValues(`SELECT id FROM book WHERE id IN (${list})`)).toBe(
        'SELECT id FROM book WHERE id IN (?)',
      );
      expect(withoutValues(`INSERT INTO t (a) VALUES (${list}), (${list})`)).toBe(
        'INSERT INTO t (a) VALUES (?)',
      );
    }),
  );
});

test.each([
  ['select `b0`.* from `book` as `b0` where 1', 'SELECT book'],
  ['SELECT b.id FROM book b JOIN book_subject s ON s.book_id = b.id', 'SELECT book book_subject'],
  ['INSERT INTO outbox_event (id) VALUES (1)', 'INSERT outbox_event'],
  ['INSERT INTO place (n) VALUES (0) ON DUPLICATE KEY UPDATE n = n', 'INSERT place'],
  ["UPDATE book SET stock = stock - 1 WHERE id = 'from user'", 'UPDATE book'],
  ['SELECT id FROM purchase WHERE due_at <= NOW(3) LIMIT 5 FOR UPDATE SKIP LOCKED', 'SELECT purchase'],
  ['commit', 'COMMIT'],
  ["SET SESSION time_zone = '+00:00'", 'SET'],
])('%s is called %s', (sql, name) => {
  const { name: called, attributes } = statementSpan(sql);
  expect(called).toBe(name);
  expect(attributes?.['db.query.summary']).toBe(name);
});
