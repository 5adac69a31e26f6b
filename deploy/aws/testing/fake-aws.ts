import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

/** What AWS answers to an action, by its name, to the parameters it was given: JSON or XML, as the service speaks. */
type Answers = Record<string, (parameters: Record<string, unknown>) => object | string>;

/** Stands for AWS: its own client libraries speak to it over HTTP. */
export class FakeAws {
  readonly answers: Answers = {};
  readonly calls: { action: string; parameters: Record<string, unknown> }[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      const body = await text(request);
      // JSON services name the action in a header, the others among the fields of a form.
      const target = request.headers['x-amz-target'];
      const form = new URLSearchParams(body);
      const action = typeof target === 'string' ? (target.split('.')[1] ?? '') : (form.get('Action') ?? '');
      const parameters = typeof target === 'string' ? JSON.parse(body) : Object.fromEntries(form);
      this.calls.push({ action, parameters });
      const answer = this.answers[action]?.(parameters);
      const type = typeof answer === 'string' ? 'text/xml' : 'application/x-amz-json-1.1';
      response.writeHead(answer === undefined ? 400 : 200, { 'content-type': type });
      response.end(
        typeof answer === 'string' ? answer : JSON.stringify(answer ?? { message: `no ${action}` }),
      );
    });
  }

  /** Starts it, and has the client libraries of this process speak to it. */
  async start(): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('AWS does not listen.');
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'nothing',
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
