import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const address = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);

/** What a process writes on its standard output that does this with a logger. */
function written(work: string): string {
  const program = `
    const { createLogger } = await import(${address('./logger.ts')});
    const { inScope } = await import(${address('./tracing/scope.ts')});
    const { trace } = await import('@opentelemetry/api');
    const logger = createLogger('test', 'info');
    ${work}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  if (stderr) throw new Error(stderr);
  return stdout;
}

test('each line is JSON, with the request and the trace that it is written for', () => {
  const context = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };
  const text = written(`
    logger.warn({ size: 3 }, 'of our own accord');
    inScope({ requestId: 'r-1' }, () => logger.info('for a request'));
    await inScope({ requestId: 'r-1', span: trace.wrapSpanContext(${JSON.stringify(context)}) }, async () => {
      await new Promise(resolve => setTimeout(resolve, 5));
      logger.error({ requestId: 'r-1' }, 'in a trace, later');
    });
    inScope({ requestId: undefined }, () => logger.debug('not at this level'));`);
  const lines = text.trim().split('\n');
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(lines.map(line => JSON.parse(line))).toEqual([
    { level: 'warn', time, service: 'test', size: 3, msg: 'of our own accord' },
    { level: 'info', time, service: 'test', requestId: 'r-1', msg: 'for a request' },
    {
      level: 'error',
      time,
      service: 'test',
      requestId: 'r-1',
      trace_id: context.traceId,
      span_id: context.spanId,
      msg: 'in a trace, later',
    },
  ]);
  expect(lines[2]?.match(/requestId/g)).toHaveLength(1);
});

test('an error is told without its statement, and without the values that it was about', () => {
  const text = written(`
    const message = "Duplicate entry 'ann@example.org' for key 'user.email'";
    const sql = "INSERT INTO user (email) VALUES ('ann@example.org')";
    const error = Object.assign(new Error(message), { code: 'ER_DUP_ENTRY', errno: 1062, sql, parameters: ['ann@example.org'] });
    logger.error({ err: error }, 'it failed');`);
  expect(text).not.toContain('ann');
  const { err } = JSON.parse(text);
  expect(err).toMatchObject({
    type: 'Error',
    message: "Duplicate entry [left out] for key 'user.email'",
    code: 'ER_DUP_ENTRY',
    errno: 1062,
  });
  expect(err.stack).toContain('at ');
});

test('tokens and passwords are left out', () => {
  const text = written(`
    logger.info({ headers: { authorization: 'Bearer secret-1' } }, 'one');
    logger.info({ req: { headers: { authorization: 'Bearer secret-2' } } }, 'two');
    logger.info({ input: { password: 'secret-3', name: 'kept' } }, 'three');
    logger.info({ tokens: { accessToken: 'secret-4', refreshToken: 'secret-5' } }, 'four');`);
  expect(text).not.toContain('secret');
  expect(text).toContain('kept');
  expect(text.match(/left out/g)).toHaveLength(5);
});
