import { createServer } from 'node:http';
import { Pool } from 'undici';
import { z } from 'zod';
import { port } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';

// The least that a gateway in Node can do: it hands each request on to one subgraph, and the answer back.

const { PORT, BOOKS_PORT } = readSettings({ PORT: port, BOOKS_PORT: port, SUPERGRAPH_FILE: z.string() });
const pool = new Pool(`http://127.0.0.1:${BOOKS_PORT}`, { connections: 20 });
const headers = { 'content-type': 'application/json' };

createServer(async (incoming, outgoing) => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { statusCode, body } = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers,
    body: Buffer.concat(chunks),
  });
  const answer = Buffer.from(await body.arrayBuffer());
  outgoing.writeHead(statusCode, { ...headers, 'content-length': answer.length });
  outgoing.end(answer);
}).listen(PORT, '127.0.0.1');
