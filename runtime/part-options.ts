import type { InternalTls } from './internal-tls/internal-tls.ts';

/** Where a part is found, and what each of its processes may be asked. */
export interface PartOptions {
  /** Its base URL. */
  url: string;
  /** By which it is called, where that is not plain HTTP. */
  tls?: InternalTls | undefined;
  /** So many requests at a time go to each replica, and each request has so much time there. */
  concurrency: number;
  timeoutMilliseconds: number;
}
