import { basename, join } from 'node:path';
import type { Folders } from './folders.ts';
import { hardening } from './hardening.ts';

/** Where the inner NGINX may write. */
export const insideRuntimeFolder = '/run/bookstore-inside';

/**
 * The NGINX between the services. It is another one than the edge's, so that nobody's request between two services
 * meets a connection that is closed because the edge reloads.
 */
export function insideUnit({ configuration }: Folders): string {
  const nginx = `/usr/sbin/nginx -e stderr -c ${join(configuration, 'inside', 'nginx.conf')}`;
  return `[Unit]
Description=Bookstore: NGINX between the services
After=network.target
PartOf=bookstore.target
StartLimitIntervalSec=0

[Service]
Type=exec
User=bookstore-inside
RuntimeDirectory=${basename(insideRuntimeFolder)}
ExecStart=${nginx}
ExecReload=${nginx} -t -q
ExecReload=kill -HUP $MAINPID
KillSignal=SIGQUIT
TimeoutStopSec=10
Slice=bookstore.slice
${hardening}
UMask=0077
LimitNOFILE=65536
Restart=always
RestartSec=1
`;
}
