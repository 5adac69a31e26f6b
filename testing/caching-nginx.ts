import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../deploy/local/free-port.ts';
import { publicAnswersCache } from '../deploy/nginx/public-answers.ts';
import { upstream } from '../deploy/nginx/upstream.ts';
import { writeConfiguration } from '../deploy/nginx/write-configuration.ts';
import { runNginx } from './nginx.ts';
import { httpLines, mainLines } from './nginx-configuration.ts';

/**
 * Runs an NGINX before a gateway (its base URL) that keeps what is public as deploy/nginx/ has it; all its files are in `folder`,
 * its own process id in nginx.pid there.
 */
export async function startCachingNginx(
  folder: string,
  gatewayUrl: string,
): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort();
  rmSync(folder, { recursive: true, force: true });
  writeConfiguration(
    folder,
    `${mainLines(folder, { workers: 'auto' })}
events { }
http {
  access_log off;
  ${httpLines(folder)}
  include proxy.conf;
  include header-variables.conf;
  include public-answers-variables.conf;
  ${publicAnswersCache(join(folder, 'answers'))}
  ${upstream('gateways', [new URL(gatewayUrl).host])}
  server {
    listen 127.0.0.1:${port};
    include headers.conf;
    include unavailable.conf;
    include public-answers.conf;
  }
}
`,
  );
  return { port, ...(await runNginx(folder, [port])) };
}
