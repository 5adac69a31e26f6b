import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { createHttpServer } from '../../runtime/http-server.ts';
import { InternalTls } from '../../runtime/internal-tls/internal-tls.ts';
import { readCertificate } from '../../runtime/internal-tls/read-certificate.ts';
import { createLogger } from '../../runtime/logger.ts';
import { CertificateAuthority } from '../../testing/certificate-authority.ts';
import { ask } from '../../testing/edge.ts';
import { giveCertificate } from '../../testing/give-certificate.ts';
import { runNginx } from '../../testing/nginx.ts';
import { httpLines, mainLines } from '../../testing/nginx-configuration.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { startContainer } from '../../testing/start-container.ts';
import { freePort } from '../local/free-port.ts';
import { places } from '../local/places.ts';
import { writeConfiguration } from './write-configuration.ts';

const folder = join(places.data, 'test', 'gateway-tls');
let authority: CertificateAuthority;
let stranger: CertificateAuthority;
/** What start-container.sh makes of the file beside this one. */
let gatewayTls: string;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  authority = new CertificateAuthority(join(folder, 'authority'));
  stranger = new CertificateAuthority(join(folder, 'stranger'));
  const { files } = await startContainer({ GATEWAY_CA_FILE: `"${join(folder, 'authority', 'ca.pem')}"` });
  gatewayTls = files.get('/tmp/gateway-tls.conf') ?? '';
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const configuration = (port: number, gateway: number): string => `${mainLines(folder)}
events { }
http {
  access_log off;
  ${httpLines(folder)}
  ${gatewayTls}
  upstream gateways { server 127.0.0.1:${gateway}; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass https://gateways; }
  }
}
`;

/** What NGINX answers before a gateway with that certificate. */
async function statusBefore(by: CertificateAuthority, name: string): Promise<number> {
  const own = join(folder, 'gateway');
  giveCertificate(own, by, name);
  const certificate = readCertificate(own);
  if ('mistakes' in certificate) throw new Error(certificate.mistakes.join('\n'));
  const app = createHttpServer({
    logger: createLogger('gateway', 'silent'),
    checks: [],
    trustRequestId: false,
    takesAnyone: true,
    settings: {
      MAX_REQUESTS: 10,
      DRAIN_SECONDS: 0,
      INTERNAL_TLS_DIR: new InternalTls(own, certificate.files),
    },
  });
  const [port, gateway] = [await freePort(), await freePort()];
  await app.listen({ host: '127.0.0.1', port: gateway });
  writeConfiguration(folder, configuration(port, gateway));
  const nginx = await runNginx(folder, [port]);
  try {
    return (await ask({ port, path: '/health' })).status;
  } finally {
    await nginx.stop();
    await app.close();
  }
}

nginxTest('a gateway is known by a certificate for its name, of the store’s authority alone', async () => {
  expect(await statusBefore(authority, 'gateway')).toBe(200);
  expect(await statusBefore(authority, 'auth')).toBe(502);
  expect(await statusBefore(stranger, 'gateway')).toBe(502);
});
