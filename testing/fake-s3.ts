import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * As much of S3 as the store of files uses: objects in one bucket, in memory. It looks neither at signatures nor at
 * anything else that is not said here; whether the store works with the real thing, it cannot tell.
 */
export async function startFakeS3(bucket: string): Promise<{
  endpoint: string;
  objects: Map<string, Buffer>;
  /** From now on answers nothing else. */
  answerWith(status: number | undefined): void;
  stop(): Promise<void>;
}> {
  const objects = new Map<string, Buffer>();
  let status: number | undefined;
  const server: Server = createServer(async (request, response) => {
    const key = decodeURIComponent(new URL(request.url ?? '', 'http://s3').pathname).slice(
      `/${bucket}/`.length,
    );
    const body = await bodyOf(request);
    if (status) fail(response, status, 'InternalError');
    else if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 '))
      fail(response, 403, 'AccessDenied');
    else if (request.method === 'PUT') {
      objects.set(key, body);
      response.end();
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else {
      const found = objects.get(key);
      if (found) response.end(found);
      else fail(response, 404, 'NoSuchKey');
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    answerWith: answer => {
      status = answer;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
