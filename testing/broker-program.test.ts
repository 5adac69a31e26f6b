import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { brokerProgram } from './broker-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rabbitmq-'));
const { TEST_RABBITMQ_SERVER: given } = process.env;

afterEach(() => {
  if (given === undefined) delete process.env.TEST_RABBITMQ_SERVER;
  else process.env.TEST_RABBITMQ_SERVER = given;
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Puts a script where a RabbitMQ of that name would have it. */
function unpack(name: string): string {
  const scripts = join(folder, name, 'sbin');
  mkdirSync(scripts, { recursive: true });
  const script = join(scripts, 'rabbitmq-server');
  writeFileSync(script, '');
  return script;
}

test('the RabbitMQ that is named comes first, then the newest that was unpacked', () => {
  const old = unpack('rabbitmq_server-3.13.7');
  unpack('rabbitmq_server-4.3.6');
  const newest = unpack('rabbitmq_server-4.10.0');
  mkdirSync(join(folder, 'rabbitmq_server-5.0.0'));
  delete process.env.TEST_RABBITMQ_SERVER;
  expect(brokerProgram(folder)).toBe(newest);
  process.env.TEST_RABBITMQ_SERVER = old;
  expect(brokerProgram(folder)).toBe(old);
});

test('one that is named and not there is a mistake, and not another one', () => {
  process.env.TEST_RABBITMQ_SERVER = join(folder, 'nothing');
  expect(() => brokerProgram(folder)).toThrow(
    /TEST_RABBITMQ_SERVER: must be the path of a file that is there/,
  );
});
