import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { freePort } from '../../deploy/local/free-port.ts';
import { counter } from './instruments.ts';
import { openMetricsServer } from './metrics-server.ts';

test('GET /metrics is answered, and nothing else', async () => {
  counter('visits_total', 'Visits.').inc(3);
  const port = await freePort();
  const server = await openMetricsServer({ host: '127.0.0.1', port }, pino({ level: 'silent' }));
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
  const answer = await ask('/metrics');
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0.0.4/);
  expect(await answer.text()).toContain('\nbookstore_visits_total 3\n');
  for (const path of ['/', '/health', '/graphql', '/metrics/', '/metrics?x=1'])
    expect((await ask(path)).status).toBe(404);
  expect((await ask('/metrics', 'POST')).status).toBe(404);
  await server.close();
  await expect(ask('/metrics')).rejects.toThrow();
});
