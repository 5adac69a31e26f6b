import { createServer, type IncomingMessage } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql } from 'graphql';
import { z } from 'zod';
import { libraryDocuments } from './compose-library.ts';
import { library } from './library.ts';

// The process of all subgraphs: `serve.ts books=4101 stock=4102 …`. Each works out an answer once for each body that it
// meets, and says it again from memory: what is measured is the gateway before them. GET tells how often all were asked so far.

const request = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const ports = new Map(
  process.argv.slice(2).map(word => {
    const [name = '', port] = word.split('=');
    return [name, Number(port)] as const;
  }),
);

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function answerTo(schema: GraphQLSchema, body: string): Promise<Buffer> {
  const { query, variables, operationName } = request.parse(JSON.parse(body));
  const answer = await graphql({
    schema,
    source: query,
    variableValues: variables ?? {},
    operationName: operationName ?? null,
  });
  return Buffer.from(JSON.stringify(answer));
}

let asked = 0;

function serve(schema: GraphQLSchema, port: number): void {
  const answers = new Map<string, Buffer>();
  const server = createServer(async (incoming, outgoing) => {
    if (incoming.method === 'GET') return void outgoing.end(String(asked));
    asked += 1;
    const body = await bodyOf(incoming);
    const answer = answers.get(body) ?? (await answerTo(schema, body));
    answers.set(body, answer);
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    outgoing.end(answer);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(port, '127.0.0.1');
}

for (const [name, typeDefs] of libraryDocuments()) {
  const resolvers = library[name]?.resolvers ?? {};
  serve(buildSubgraphSchema([{ typeDefs, resolvers }]), ports.get(name) ?? 0);
}
