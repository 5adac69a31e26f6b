import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Connection, createConnection } from 'mysql2/promise';
import { createTestDatabases } from '../../testing/test-databases.ts';
import { contractions } from './contractions.ts';
import { readSchema } from './read-schema.ts';

let connection: Connection;
let url: string;

beforeAll(async () => {
  ({ auth: url } = await createTestDatabases('contractions'));
  connection = await createConnection(url);
});

afterAll(() => connection.end());

beforeEach(async () => {
  await connection.query('DROP TABLE IF EXISTS book, shelf, tome');
  await connection.query(`CREATE TABLE book (id INT AUTO_INCREMENT PRIMARY KEY, title VARCHAR(100) NOT NULL, pages INT NULL,
    price DECIMAL(10, 2) NOT NULL DEFAULT 1, state ENUM('NEW', 'OLD') NOT NULL, sold DATETIME NULL, number INT UNSIGNED NULL)`);
  await connection.query('CREATE TABLE shelf (id INT PRIMARY KEY)');
});

async function afterRunning(...statements: string[]): Promise<string[]> {
  const before = await readSchema(url);
  for (const statement of statements) await connection.query(statement);
  return contractions(before, await readSchema(url));
}

test.each([
  ['DROP TABLE shelf', 'the table shelf is gone'],
  ['RENAME TABLE shelf TO tome', 'the table shelf is gone'],
  ['ALTER TABLE book DROP COLUMN pages', 'book.pages is gone'],
  ['ALTER TABLE book RENAME COLUMN pages TO leaves', 'book.pages is gone'],
  [
    'ALTER TABLE book MODIFY title VARCHAR(99) NOT NULL',
    /^book.title was varchar\(100\) .* and is varchar\(99\)/,
  ],
  [
    'ALTER TABLE book MODIFY title VARCHAR(100) CHARACTER SET ascii NOT NULL',
    /^book.title was varchar\(100\) /,
  ],
  ['ALTER TABLE book MODIFY pages SMALLINT NULL', /^book.pages was int.* and is smallint/],
  ['ALTER TABLE book MODIFY pages INT UNSIGNED NULL', /^book.pages was int.* and is int.* unsigned/],
  ['ALTER TABLE book MODIFY pages VARCHAR(20) NULL', /^book.pages was int.* and is varchar/],
  ['ALTER TABLE book MODIFY price DECIMAL(10, 3) NOT NULL DEFAULT 1', /^book.price was decimal\(10,2\)/],
  ["ALTER TABLE book MODIFY state ENUM('OLD', 'NEW') NOT NULL", /^book.state was enum/],
  ['ALTER TABLE book MODIFY pages INT NOT NULL DEFAULT 0', 'book.pages is NOT NULL now'],
  ['ALTER TABLE book ALTER price DROP DEFAULT', 'book.price has no default any more'],
  ['ALTER TABLE book ADD COLUMN isbn CHAR(13) NOT NULL', 'book.isbn is new, NOT NULL and without a default'],
  ['ALTER TABLE book ADD UNIQUE KEY (title)', 'book: unique (title) is new'],
  [
    'ALTER TABLE book ADD COLUMN half INT AS (pages / 2) STORED, ADD UNIQUE KEY (half)',
    'book: unique (half) is new',
  ],
  ['ALTER TABLE book ADD COLUMN n INT DEFAULT 1, ADD UNIQUE KEY (n)', 'book: unique (n) is new'],
  [
    'ALTER TABLE book ADD COLUMN n INT NULL, ADD CONSTRAINT c CHECK (n IS NOT NULL)',
    /^book: check .*n.* is not null.* is new$/,
  ],
  ['ALTER TABLE book ADD FOREIGN KEY (pages) REFERENCES shelf (id)', 'book: (pages) of shelf is new'],
  ['ALTER TABLE book ADD CONSTRAINT some CHECK (pages > 0)', /^book: check .*pages.* > 0.* is new$/],
])('%s: the version before cannot go on', async (statement, line) => {
  const lines = await afterRunning(statement);
  expect(lines).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
});

test('a schema that only grows: the version before goes on', async () => {
  const lines = await afterRunning(
    'CREATE TABLE tome (id INT PRIMARY KEY, word VARCHAR(9) NOT NULL UNIQUE, CHECK (id > 0))',
    'ALTER TABLE book ADD COLUMN isbn CHAR(13) NULL, ADD COLUMN copies INT NOT NULL DEFAULT 1, ADD KEY (title)',
    // What is left empty breaks no key and no condition.
    'ALTER TABLE book ADD COLUMN place INT NULL, ADD COLUMN notes JSON NULL, ADD UNIQUE KEY (place, title)',
    'ALTER TABLE book ADD FOREIGN KEY (place) REFERENCES shelf (id), ADD CHECK (place > pages)',
    'ALTER TABLE book MODIFY title VARCHAR(200) NOT NULL, MODIFY pages BIGINT NULL, MODIFY number BIGINT UNSIGNED NULL',
    "ALTER TABLE book MODIFY state ENUM('NEW', 'OLD', 'LOST') NOT NULL DEFAULT 'NEW', MODIFY sold DATETIME(3) NULL",
    'ALTER TABLE book MODIFY price DECIMAL(12, 3) NOT NULL DEFAULT 2',
  );
  expect(lines).toEqual([]);
});
