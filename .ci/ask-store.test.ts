import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { runNode } from '../deploy/local/run-node.ts';

let store: Server | undefined;

afterEach(() => {
  store?.close();
});

/** Asks a store that gives these answers, one after another, the last one for ever. */
async function askStore(...answers: string[]) {
  let given = 0;
  const server = createServer((request, response) => {
    const answer = request.url === '/graphql' ? answers[Math.min(given++, answers.length - 1)] : undefined;
    response.writeHead(answer === undefined ? 404 : 200).end(answer);
  });
  store = server;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return runNode(['.ci/ask-store.mjs', `http://127.0.0.1:${port}`], {
    environment: { ...process.env, PAUSE_SECONDS: '0' },
  });
}

test('a store that answers is well', async () => {
  const { code, output } = await askStore('{"data":{"books":{"nodes":[]}}}');
  expect(output).toContain(' answers.');
  expect(code).toBe(0);
});

test('a store may take a while', async () => {
  const { code } = await askStore('502 Bad Gateway', '{"data":{"books":{"nodes":[{"id":"1"}]}}}');
  expect(code).toBe(0);
});

test.each(['502 Bad Gateway', '', '{"errors":[{"message":"SERVICE_UNAVAILABLE"}],"data":{"books":null}}'])(
  'a store that answers %j is not well',
  async answer => {
    const { code, output } = await askStore(answer);
    expect(output).toContain(`does not answer as a store does: 200 ${answer}\n`);
    expect(code).toBe(1);
  },
);

test('it must be told where the store is', async () => {
  const { code, output } = await runNode(['.ci/ask-store.mjs', ''], {});
  expect(output).toContain('Set STORE_URL');
  expect(code).toBe(2);
});
