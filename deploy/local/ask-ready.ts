import { get } from 'node:http';

const patienceMilliseconds = 3000;

/** Asks a service's GET /ready: undefined when it is ready, otherwise what keeps it from it. */
export function askReady(host: string, port: number): Promise<string | undefined> {
  return new Promise(resolve => {
    const options = { host, port, path: '/ready', agent: false as const, timeout: patienceMilliseconds };
    const request = get(options, response => {
      let body = '';
      response.setEncoding('utf8').on('data', text => {
        body += text;
      });
      response.on('error', error => resolve(error.message));
      response.on('end', () => resolve(response.statusCode === 200 ? undefined : body));
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', error => resolve(error.message));
  });
}
