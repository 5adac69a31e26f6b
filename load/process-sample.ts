import { readdirSync, readFileSync } from 'node:fs';

const kilobytesPerMegabyte = 1024;

/** What a process holds at a moment. */
export interface ProcessSample {
  /** Resident memory. */
  megabytes: number;
  /** Open file descriptors. */
  descriptors: number;
}

/** Looks at a process of this machine by /proc, which Linux alone has. */
export function sampleProcess(pid: number): ProcessSample {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]);
  return { megabytes: kilobytes / kilobytesPerMegabyte, descriptors: readdirSync(`/proc/${pid}/fd`).length };
}
