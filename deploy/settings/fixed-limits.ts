import { readFileSync } from 'node:fs';
import { coverUploadMilliseconds, maxCoverBytes, uploadsAtOnce } from '../../covers/limits.ts';
import { accessTokenSeconds } from '../../runtime/access-token.ts';
import { maxBodyBytes, uploadMilliseconds } from '../../runtime/http-server.ts';
import { proofSeconds } from '../../runtime/internal-token.ts';
import { maxPageSize } from '../../runtime/page.ts';
import { unknownKeyMilliseconds } from '../../runtime/token-verifier.ts';
import { mostAnHour, tokenMinutes } from '../../subgraphs/auth/one-time-token.ts';
import { leadSeconds } from '../../subgraphs/auth/rotate-signing-key.ts';

/** A limit that is no setting, as the page tells of it. */
export interface FixedLimit {
  what: string;
  /** With its unit. */
  limit: string;
  /** Where it stands, from the project's folder. */
  file: string;
  why: string;
}

const nginx = (file: string) => readFileSync(new URL(`../nginx/${file}`, import.meta.url), 'utf8');

/** What a pattern finds in a file of NGINX. Throws where it is not there. */
function found(file: string, pattern: RegExp): string {
  const number = pattern.exec(nginx(file))?.[1];
  if (!number) throw new Error(`deploy/nginx/${file} has nothing like ${pattern}.`);
  return number;
}

const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`;
const changedThere = 'change it in the file, which NGINX reads itself: it has no settings of its own';

/** The limits that nobody sets, each with its number as the code has it. */
export const fixedLimits = (): FixedLimit[] => [
  {
    what: 'the longest page of a list',
    limit: `${maxPageSize}`,
    file: 'runtime/page.ts',
    why: 'the API promises it to its clients',
  },
  {
    what: 'the largest body of a request, but for covers',
    limit: `${maxBodyBytes / 1024} kB`,
    file: 'runtime/http-server.ts',
    why: 'the API promises it, and the shop cuts its imports to it',
  },
  {
    what: 'the longest sending of a request',
    limit: seconds(uploadMilliseconds),
    file: 'runtime/http-server.ts',
    why: 'so small a body takes that long on no line that is of use',
  },
  {
    what: 'the largest cover',
    limit: `${maxCoverBytes / 1024 / 1024} MB`,
    file: 'covers/limits.ts',
    why: 'the shop and NGINX refuse the same',
  },
  {
    what: 'the longest sending of a cover',
    limit: seconds(coverUploadMilliseconds),
    file: 'covers/limits.ts',
    why: 'it goes with the largest cover',
  },
  {
    what: 'covers that a process takes in at a time, and those of one seller',
    limit: `${uploadsAtOnce.all}, ${uploadsAtOnce.ofOne}`,
    file: 'covers/limits.ts',
    why: 'each is in its memory, which deployments bound',
  },
  {
    what: 'the life of an access token',
    limit: `${accessTokenSeconds} s`,
    file: 'runtime/access-token.ts',
    why: 'what auth cannot revoke while it is down ends by then; browsers refresh by it',
  },
  {
    what: 'how often an unknown `kid` may have a service ask auth for its keys',
    limit: `once in ${seconds(unknownKeyMilliseconds)}`,
    file: 'runtime/token-verifier.ts',
    why: 'new keys are known before they sign',
  },
  {
    what: 'how long a new key is published before it signs',
    limit: `${leadSeconds} s`,
    file: 'subgraphs/auth/rotate-signing-key.ts',
    why: 'twice as long as the keys may be kept',
  },
  {
    what: 'the life of a proof between services',
    limit: `${proofSeconds} s`,
    file: 'runtime/internal-token.ts',
    why: 'longer than any request takes; the shorter the better',
  },
  {
    what: 'the life of a link in a mail: a forgotten password, a registration, a proof of an address',
    limit: `${tokenMinutes.RESET_PASSWORD / 60} h, ${tokenMinutes.CONFIRM_REGISTRATION / 60} h, ${tokenMinutes.VERIFY_EMAIL / 60} h`,
    file: 'subgraphs/auth/one-time-token.ts',
    why: 'the mails and the API say so in words',
  },
  {
    what: 'mails of each such kind for one account',
    limit: `${mostAnHour} an hour`,
    file: 'subgraphs/auth/one-time-token.ts',
    why: 'more would flood a mailbox, fewer leave somebody without a link',
  },
  {
    what: 'requests of one client (an IPv4 address, an IPv6 /64) by NGINX',
    limit: `${found('clients.conf', /zone=requests:\w+ rate=(\d+)r\/s/)} a second`,
    file: 'deploy/nginx/clients.conf',
    why: changedThere,
  },
  {
    what: 'how many more of one client for a while',
    limit: found('limits.conf', /limit_req zone=requests burst=(\d+)/),
    file: 'deploy/nginx/limits.conf',
    why: changedThere,
  },
  {
    what: 'how many of one client at a time',
    limit: found('limits.conf', /limit_conn at_once (\d+)/),
    file: 'deploy/nginx/limits.conf',
    why: changedThere,
  },
];
