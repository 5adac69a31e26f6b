import { connect as connectHttp2 } from 'node:http2';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { ask, domain, Edge } from '../../testing/edge.ts';
import { nginxProgram } from '../../testing/nginx-program.ts';
import { nginxTest } from '../../testing/nginx-test.ts';

const edge = new Edge('tls');
edge.app.get('/graphql', async () => ({ data: {} }));

beforeAll(async () => {
  if (nginxProgram()) await edge.start();
});
afterAll(() => edge.stop());

const handshake = (options: ConnectionOptions = {}): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = connect({
      host: '127.0.0.1',
      port: edge.ports.https,
      servername: domain,
      ca: edge.authority.root,
      ...options,
    });
    socket.once('secureConnect', () => resolve(socket));
    socket.once('error', reject);
  });

const agreed = async (options: ConnectionOptions): Promise<string> => {
  const socket = await handshake(options);
  const found = `${socket.getProtocol()} ${socket.getCipher().standardName}`;
  socket.destroy();
  return found;
};

// What this client refuses by itself would prove nothing: it takes all that OpenSSL has.
const anything = 'ALL:@SECLEVEL=0';

nginxTest('TLS 1.2 and 1.3 are spoken, 1.1 is refused by the server', async () => {
  expect(await agreed({ minVersion: 'TLSv1.3' })).toMatch(/^TLSv1.3 /);
  expect(await agreed({ maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1.2 /);
  await expect(
    handshake({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: anything }),
  ).rejects.toMatchObject({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' });
});

nginxTest('TLS 1.2 is spoken with forward secrecy and authenticated encryption alone', async () => {
  const with12 = (ciphers: string) => agreed({ maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` });
  expect(await with12('ECDHE-ECDSA-AES128-GCM-SHA256')).toContain('AES_128_GCM');
  expect(await with12('ECDHE-ECDSA-CHACHA20-POLY1305')).toContain('CHACHA20');
  for (const weak of ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384', 'AES128-GCM-SHA256'])
    await expect(with12(weak)).rejects.toMatchObject({
      code: expect.stringMatching(/ALERT_HANDSHAKE_FAILURE$/),
    });
});

nginxTest('other names than the store’s, and none, get no handshake', async () => {
  const refused = { code: 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME' };
  await expect(handshake({ servername: 'other.example' })).rejects.toMatchObject(refused);
  await expect(handshake({ servername: '' })).rejects.toMatchObject(refused);
});

nginxTest('who asks for another host gets no answer', async () => {
  const headers = { host: 'other.example' };
  await expect(edge.ask({ headers })).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(ask({ port: edge.ports.http, headers })).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect((await edge.ask()).status).toBe(200);
});

nginxTest('HTTP/2 is spoken', async () => {
  const session = connectHttp2(`https://${domain}`, {
    createConnection: () =>
      connect({
        host: '127.0.0.1',
        port: edge.ports.https,
        servername: domain,
        ca: edge.authority.root,
        ALPNProtocols: ['h2'],
      }),
  });
  const stream = session.request({ ':path': '/graphql' });
  const status = await new Promise((resolve, reject) => {
    stream.once('response', headers => resolve(headers[':status']));
    stream.once('error', reject);
    session.once('error', reject);
  });
  session.close();
  expect(status).toBe(200);
});

nginxTest('a renewed certificate is shown at once, and connections that there are stay', async () => {
  const serialOf = (socket: TLSSocket) => socket.getPeerCertificate().serialNumber;
  const before = await handshake();
  edge.take(edge.authority.issue(domain, 90));
  const after = await handshake();
  expect(serialOf(after)).not.toBe(serialOf(before));
  after.destroy();
  const answer = new Promise(resolve => before.once('data', chunk => resolve(chunk.toString())));
  before.write(`GET /graphql HTTP/1.1\r\nHost: ${domain}\r\n\r\n`);
  expect(await answer).toMatch(/^HTTP\/1.1 200 /);
  before.destroy();
});
