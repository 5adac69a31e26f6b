import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Connection, createConnection } from 'mysql2/promise';
import { type DatabaseRights, databaseStatements } from '../deploy/local/database-statements.ts';
import { createTestDatabases, runAsAdministrator } from '../testing/test-databases.ts';
import { sharedStore } from '../testing/use-store.ts';
import { auditTables } from './audit/tables.ts';
import { grantRights } from './grant-rights.ts';
import { subgraphs } from './services.ts';

describe.each(subgraphs)('the database user of the services of %s', subgraph => {
  let connection: Connection;

  beforeAll(async () => {
    const { serviceDatabases } = sharedStore().description;
    connection = await createConnection(serviceDatabases?.[subgraph] ?? '');
  });

  afterAll(() => connection.end());

  test.each([
    'CREATE TABLE more (id INT)',
    'ALTER TABLE heartbeat ADD COLUMN more INT',
    'ALTER TABLE audit_entry ADD COLUMN more INT',
    'DROP TABLE heartbeat',
    'DROP TABLE audit_entry',
    'CREATE INDEX more ON heartbeat (beaten_at)',
    'TRUNCATE TABLE audit_entry',
    'TRUNCATE TABLE outbox_event',
    'CREATE TRIGGER more BEFORE INSERT ON heartbeat FOR EACH ROW SET NEW.id = 2',
    'CREATE VIEW more AS SELECT 1',
    "UPDATE audit_entry SET action = 'x'",
    "UPDATE audit_entry SET action = 'x' WHERE FALSE",
    'DELETE FROM audit_entry',
    "UPDATE audit_seal SET hash = ''",
    'DELETE FROM audit_seal',
    "REPLACE INTO audit_seal (sequence, entry_number, hash, sealed_at) VALUES (1, 1, '', NOW(3))",
    "INSERT INTO audit_seal (sequence, entry_number, hash, sealed_at) VALUES (1, 1, '', NOW(3)) ON DUPLICATE KEY UPDATE hash = ''",
    "INSERT INTO migration (name) VALUES ('x')",
    'DELETE FROM migration',
    'GRANT UPDATE ON audit_entry TO CURRENT_USER()',
  ])('may not: %s', async statement => {
    await expect(connection.query(statement)).rejects.toMatchObject({
      message: expect.stringMatching(/denied|not allowed/i),
    });
  });

  test('may read and write what services work with, and add to the audit log', async () => {
    await connection.query('START TRANSACTION');
    await connection.query(
      "INSERT INTO audit_entry (at, action, subject_id, facts) VALUES (NOW(3), 'Test', ?, '{}')",
      [randomUUID()],
    );
    await connection.query('UPDATE heartbeat SET beaten_at = NOW(3) WHERE id = 1');
    await connection.query('DELETE FROM outbox_event WHERE FALSE');
    await connection.query('SELECT * FROM outbox_event WHERE FALSE FOR UPDATE');
    await connection.query('SELECT COUNT(*) FROM audit_seal');
    await connection.query('ROLLBACK');
  });
});

describe('rights that are granted', () => {
  const changes = ['ALTER TABLE audit_entry ADD COLUMN more INT', 'DELETE FROM audit_entry'];
  let all: string;
  let service: string;

  const as = async (url: string, statement: string) => {
    const connection = await createConnection(url);
    try {
      await connection.query(statement);
    } finally {
      await connection.end();
    }
  };

  /** A user who may work with the database by those rights; statements as create-databases makes them. */
  const userWith = async (user: string, rights: DatabaseRights): Promise<string> => {
    const database = new URL(all).pathname.slice(1);
    const access = { database, user, from: '%', password: 'its own', rights };
    for (const statement of databaseStatements(access)) await runAsAdministrator(statement);
    return Object.assign(new URL(all), { username: user, password: 'its own' }).href;
  };

  beforeAll(async () => {
    ({ catalog: all } = await createTestDatabases('rights'));
    service = await userWith('test_rights_some', 'all');
    for (const table of auditTables) await as(all, table);
  });

  test('are taken from who had all of them before', async () => {
    await as(service, 'ALTER TABLE audit_entry ADD COLUMN before_that INT NULL');
    await as(service, 'DELETE FROM audit_entry');
    const migration = await userWith('test_rights_all', 'all and grant');
    // A store of before goes on with what it may, until its rights to rows are granted one by one.
    await userWith('test_rights_some', 'read');
    await as(service, 'DELETE FROM audit_entry');
    await grantRights(migration, service);
    for (const statement of changes) await expect(as(service, statement)).rejects.toThrow(/denied/);
    await as(service, "INSERT INTO audit_entry (at, action, facts) VALUES (NOW(3), 'x', '{}')");
    // Once more, and nothing is different; nor where the users are made once more.
    await userWith('test_rights_some', 'read');
    await grantRights(migration, service);
    for (const statement of changes) await expect(as(service, statement)).rejects.toThrow(/denied/);
  });

  test('are not taken from who migrates', async () => {
    await expect(grantRights(all, all)).rejects.toThrow(/must be another user/);
    for (const statement of changes) await as(all, statement);
  });
});
