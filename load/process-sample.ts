import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const kilobytesPerMegabyte = 1024;

/** What a process holds at a moment. */
export interface ProcessSample {
  /** Resident memory. */
  megabytes: number;
  /** Open file descriptors, but for the connections that others hold to it. */
  descriptors: number;
  /** Connections that others hold to it, and its own ear for them. */
  connections: number;
}

/** The sockets at a port of this machine, as /proc/PID/fd names them. */
function socketsAt(port: number): Set<string> {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = ['tcp', 'tcp6'].flatMap(table =>
    readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1),
  );
  const fields = rows.map(row => row.trim().split(/\s+/));
  return new Set(fields.flatMap(([, at = '', ...more]) => (at.endsWith(local) ? `socket:[${more[7]}]` : [])));
}

/** What an open file leads to; nothing where it was closed in this moment. */
function targetOf(descriptor: string): string[] {
  try {
    return [readlinkSync(descriptor)];
  } catch {
    return [];
  }
}

/** Looks at a process of this machine, which listens at a port, by /proc, which Linux alone has. */
export function sampleProcess(pid: number, port: number): ProcessSample {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]);
  const sockets = socketsAt(port);
  const open = readdirSync(`/proc/${pid}/fd`).flatMap(name => targetOf(`/proc/${pid}/fd/${name}`));
  const connections = open.filter(target => sockets.has(target)).length;
  return { megabytes: kilobytes / kilobytesPerMegabyte, descriptors: open.length - connections, connections };
}
