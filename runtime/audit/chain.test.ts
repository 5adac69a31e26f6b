import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openScratchDatabase } from '../../testing/scratch-database.ts';
import { times } from '../../testing/times.ts';
import type { Database } from '../database.ts';
import { createLogger } from '../logger.ts';
import { transaction } from '../transaction.ts';
import { appendEntries } from './append-entries.ts';
import { lastSeal, sealEntries } from './seal-entries.ts';
import { startSealing } from './start-sealing.ts';
import { auditTables } from './tables.ts';
import { verifyChain } from './verify-chain.ts';

const logger = createLogger('test', 'silent');
const patienceMilliseconds = 60_000;

let database: Database;

beforeAll(async () => {
  database = await openScratchDatabase('audit', auditTables);
});

afterAll(() => database.close());

beforeEach(async () => {
  for (const table of ['audit_seal', 'audit_entry']) await run(`TRUNCATE TABLE ${table}`);
});

const run = (statement: string, values: (string | number)[] = []) =>
  database.fork().execute(statement, values, 'run');
const read = <Row>(statement: string, values: readonly number[] = []): Promise<Row[]> =>
  database.fork().execute<Row[]>(statement, [...values]);
const verify = (known: Parameters<typeof verifyChain>[1] = []) => verifyChain(read, known, 0);
const append = (action: string, facts: object = {}) =>
  appendEntries(database.fork(), [{ action, subjectId: randomUUID(), facts }]);

async function writeChain(length: number): Promise<void> {
  for (let number = 1; number <= length; number += 1) await append('Done', { number });
  expect(await sealEntries(database.fork(), 0)).toBe(false);
}

async function untilSealed(count: number): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  while ((await lastSeal(database.fork())).sequence < count) {
    if (Date.now() > deadline) throw new Error('not sealed in time');
    await delay(50);
  }
}

test('an empty log is whole; so is one that was sealed', async () => {
  expect(await verify()).toEqual({ last: { sequence: 0, hash: '0'.repeat(64) } });
  await writeChain(5);
  const { last, broken } = await verify();
  expect(broken).toBeUndefined();
  expect(last).toEqual(await lastSeal(database.fork()));
  expect(last.sequence).toBe(5);
});

test('an entry tells ids, numbers and codes, and no other text', async () => {
  const id = randomUUID();
  await append('Done', {
    id,
    name: 'Ana',
    email: 'ana@reader.example',
    role: 'ADMIN',
    amount: 1250,
    isLeak: false,
    lines: [{ bookId: id, title: 'La vorágine', quantity: 2 }],
  });
  const [entry] = await read<{ facts: string }>('SELECT facts FROM audit_entry');
  expect(JSON.parse(entry?.facts ?? '')).toEqual({
    id,
    role: 'ADMIN',
    amount: 1250,
    isLeak: false,
    lines: [{ bookId: id, quantity: 2 }],
  });
});

describe('what somebody did to the log is found, at the first link that it concerns', () => {
  const number = (sequence: number) => `(SELECT entry_number FROM audit_seal WHERE sequence = ${sequence})`;
  const plants: [what: string, statements: string[], sequence: number, why: RegExp][] = [
    [
      'an entry was changed',
      [`UPDATE audit_entry SET actor_id = '${randomUUID()}' WHERE number = ${number(3)}`],
      3,
      /does not fit/,
    ],
    [
      'the time of an entry was changed',
      [`UPDATE audit_entry SET at = at - INTERVAL 1 SECOND WHERE number = ${number(4)}`],
      4,
      /does not fit/,
    ],
    ['an entry was deleted', [`DELETE FROM audit_entry WHERE number = ${number(2)}`], 2, /entry is gone/],
    ['a seal was deleted', ['DELETE FROM audit_seal WHERE sequence = 3'], 3, /seal is gone/],
    [
      'an entry was deleted with its seal',
      [`DELETE FROM audit_entry WHERE number = ${number(3)}`, 'DELETE FROM audit_seal WHERE sequence = 3'],
      3,
      /seal is gone/,
    ],
    [
      'a seal was changed',
      ["UPDATE audit_seal SET hash = REPEAT('a', 64) WHERE sequence = 2"],
      2,
      /does not fit/,
    ],
    [
      'two entries changed places',
      [
        'UPDATE audit_seal SET entry_number = entry_number + 1000 WHERE sequence = 3',
        'UPDATE audit_seal SET entry_number = entry_number - 1 WHERE sequence = 4',
        'UPDATE audit_seal SET entry_number = entry_number - 999 WHERE sequence = 3',
      ],
      3,
      /does not fit/,
    ],
    [
      'an entry was put in without a seal',
      [
        "INSERT INTO audit_entry (number, at, action, facts) VALUES (1000, NOW(3) - INTERVAL 2 SECOND, 'x', '{}')",
      ],
      6,
      /1000 has no seal/,
    ],
    [
      'an entry was put in with a seal of its own making',
      [
        "INSERT INTO audit_entry (number, at, action, facts) VALUES (1000, NOW(3), 'x', '{}')",
        "INSERT INTO audit_seal VALUES (6, 1000, REPEAT('b', 64), NOW(3))",
      ],
      6,
      /does not fit/,
    ],
    [
      'a seal was put in far ahead, so that nothing can follow it',
      [
        "INSERT INTO audit_entry (number, at, action, facts) VALUES (1000, NOW(3), 'x', '{}')",
        "INSERT INTO audit_seal VALUES (18446744073709551615, 1000, REPEAT('b', 64), NOW(3))",
      ],
      6,
      /seal is gone/,
    ],
  ];

  test.each(plants)('%s', async (_, statements, sequence, why) => {
    await writeChain(5);
    for (const statement of statements) await run(statement);
    expect((await verify()).broken).toEqual({ sequence, why: expect.stringMatching(why) });
  });

  test('an entry was put in that says it is of yesterday, and was sealed by the store', async () => {
    await writeChain(5);
    await run(
      "INSERT INTO audit_entry (at, action, facts) VALUES (NOW(3) - INTERVAL 1 DAY, 'PaymentBegun', '{}')",
    );
    await sealEntries(database.fork(), 0);
    expect((await verify()).broken).toEqual({ sequence: 6, why: expect.stringMatching(/put in later/) });
  });

  test('the end was cut off, or all was written anew: by a seal that was noted before', async () => {
    await writeChain(5);
    const noted = await lastSeal(database.fork());
    expect((await verify([noted])).broken).toBeUndefined();
    await run('DELETE FROM audit_entry WHERE number >= 4');
    await run('DELETE FROM audit_seal WHERE sequence >= 4');
    expect((await verify()).broken).toBeUndefined();
    expect((await verify([noted])).broken).toEqual({
      sequence: 4,
      why: expect.stringMatching(/5 was noted before/),
    });
    for (const table of ['audit_seal', 'audit_entry']) await run(`TRUNCATE TABLE ${table}`);
    await writeChain(6);
    expect((await verify()).broken).toBeUndefined();
    expect((await verify([noted])).broken).toEqual({
      sequence: 5,
      why: expect.stringMatching(/noted before/),
    });
  });
});

test('many append at once, some in vain, some late, while two seal: every entry is sealed, once', async () => {
  const sealing = [startSealing(database, logger), startSealing(database, logger)];
  const outcomes = await times(200, async index => {
    await delay(Math.random() * 1_000);
    const isLate = index % 50 === 0;
    return transaction(database.fork(), async tx => {
      await appendEntries(
        tx,
        Array.from({ length: 1 + (index % 3) }, () => ({ action: 'Done', subjectId: randomUUID() })),
      );
      // Later than numbers are looked at again and again; it must be looked back for.
      await delay(isLate ? 8_000 : Math.random() * 100);
      if (index % 7 === 3) throw new Error('in vain');
      return 1 + (index % 3);
    }).catch(() => 0);
  });
  const appended = outcomes.reduce((sum, each) => sum + each, 0);
  await untilSealed(appended);
  await Promise.all(sealing.map(each => each.stop()));
  const { last, broken } = await verify();
  expect(broken).toBeUndefined();
  expect(last.sequence).toBe(appended);
}, 120_000);
