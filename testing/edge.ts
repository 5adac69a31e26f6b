import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { type Agent, request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { freePort } from '../deploy/local/free-port.ts';
import { places } from '../deploy/local/places.ts';
import { writeConfiguration } from '../deploy/nginx/write-configuration.ts';
import { edgeConfiguration } from '../deploy/vm/edge-configuration.ts';
import { createHttpServer } from '../runtime/http-server.ts';
import { createLogger } from '../runtime/logger.ts';
import { CertificateAuthority } from './certificate-authority.ts';
import { runNginx } from './nginx.ts';
import { httpLines, mainLines } from './nginx-configuration.ts';
import { nginxProgram } from './nginx-program.ts';

export const domain = 'books.example';

export interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface RequestOptions {
  port: number;
  path?: string;
  body?: string;
  headers?: Record<string, string>;
  /** The client's own address, in 127.0.0.0/8. */
  from?: string;
  /** Keeps connections; without it each request has its own. */
  agent?: Agent;
  /** Without it, plain HTTP. */
  ca?: string;
}

/** Sends a request to a port of this machine; a POST where it has a body. Rejects where no answer comes. */
export const ask = (options: RequestOptions): Promise<Response> =>
  new Promise((resolve, reject) => {
    const { port, path = '/graphql', body, headers = {}, from, agent = false, ca } = options;
    const send = ca ? httpsRequest : httpRequest;
    const request = send(
      {
        host: '127.0.0.1',
        servername: domain,
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          host: domain,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        localAddress: from ?? '127.0.0.1',
        agent,
        ...(ca && { ca }),
      },
      response => {
        const parts: Buffer[] = [];
        response.on('data', part => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });

const versionOf = (text: string): string => /\d+(\.\d+)+/.exec(text)?.[0] ?? '';

/** The NGINX that clients of a VM meet, for real, before a server that the test adds its routes to. */
export class Edge {
  readonly folder: string;
  readonly authority: CertificateAuthority;
  /** As a gateway's, with its limits. */
  readonly app: FastifyInstance;
  readonly ports = { http: 0, https: 0, app: 0 };
  #nginx: { stop(): Promise<void> } | undefined;

  constructor(name: string) {
    this.folder = join(places.data, 'test', `edge-${name}`);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(join(this.folder, 'challenges'), { recursive: true });
    this.authority = new CertificateAuthority(join(this.folder, 'authority'));
    this.app = createHttpServer({
      logger: createLogger('edge', 'silent'),
      checks: [],
      trustRequestId: false,
      settings: { MAX_REQUESTS: 1000, DRAIN_SECONDS: 0 },
    });
  }

  /** Has NGINX show another certificate from now on, as take-certificate.sh does. */
  take(certificate: string): void {
    const file = join(this.folder, 'current.pem');
    writeFileSync(`${file}.unfinished`, certificate);
    renameSync(`${file}.unfinished`, file);
  }

  async start(): Promise<void> {
    for (const name of ['http', 'https', 'app'] as const) this.ports[name] = await freePort();
    this.take(this.authority.issue(domain, 90));
    const configuration = edgeConfiguration({
      domain,
      certificateFile: join(this.folder, 'current.pem'),
      challengeFolder: join(this.folder, 'challenges'),
      nginxVersion: versionOf(spawnSync(nginxProgram() ?? '', ['-v']).stderr.toString()),
      opensslVersion: versionOf(execFileSync('openssl', ['version']).toString()),
      hasBrotli: false,
      gateways: [`127.0.0.1:${this.ports.app}`],
      listen: { http: [`127.0.0.1:${this.ports.http}`], https: [`127.0.0.1:${this.ports.https}`] },
      accessLog: join(this.folder, 'access.log'),
      answersFolder: join(this.folder, 'answers'),
      main: mainLines(this.folder),
      http: httpLines(this.folder),
    });
    writeConfiguration(this.folder, configuration);
    this.#bePatient();
    await this.app.listen({ host: '127.0.0.1', port: this.ports.app });
    this.#nginx = await runNginx(this.folder, [this.ports.http, this.ports.https]);
  }

  /** A machine that is busy with tests is slow, not broken. */
  #bePatient(): void {
    const file = join(this.folder, 'proxy.conf');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(timeout) \ds;/g, '$1 60s;'));
  }

  /** Asks as a browser does, over TLS. */
  ask(options: Omit<RequestOptions, 'port' | 'ca'> = {}): Promise<Response> {
    return ask({ ...options, port: this.ports.https, ca: this.authority.root });
  }

  async stop(): Promise<void> {
    await this.#nginx?.stop();
    await this.app.close();
  }
}
