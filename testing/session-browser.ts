import { GraphqlClient } from './graphql-client.ts';

export interface SessionAnswer {
  tokens: { accessToken: string; refreshToken: string } | null;
  userErrors: { code: string }[];
}

interface Sent {
  data: Record<string, SessionAnswer> | null;
  errors?: { extensions: { code: string } }[];
}

/** A browser without a screen: it keeps its refresh token in the cookie that the store sets, as the shop's pages do. */
export class SessionBrowser {
  readonly #url: string;
  /** `name=value`; undefined where there is none. */
  cookie: string | undefined;
  /** The last Set-Cookie header that came. */
  setCookie: string | null = null;

  constructor(url: string, cookie?: string) {
    this.#url = url;
    this.cookie = cookie;
  }

  /** Another tab: with the same cookie, as long as neither changes it. */
  tab(): SessionBrowser {
    return new SessionBrowser(this.#url, this.cookie);
  }

  register = (input: object) => this.#answer('register', 'RegisterInput', input);
  login = (input: { email: string; password: string }) => this.#answer('login', 'LoginInput', input);
  refresh = (input: object = {}) => this.#answer('refreshTokens', 'RefreshTokensInput', input);

  async logout(accessToken: string): Promise<void> {
    await this.send(
      'mutation { logout { userErrors { code } } }',
      {},
      { authorization: `Bearer ${accessToken}` },
    );
  }

  /** The codes of the errors that refreshTokens meets with this input and these headers. */
  async refreshErrors(input: object, headers?: Record<string, string>): Promise<string[]> {
    const query =
      'mutation($input: RefreshTokensInput!) { refreshTokens(input: $input) { userErrors { code } } }';
    return (
      (await this.send(query, { input }, headers)).errors?.map(({ extensions }) => extensions.code) ?? []
    );
  }

  /** Sends an operation with the cookie; what the store sets is kept from then on. */
  async send(query: string, variables: object, headers: Record<string, string> = {}): Promise<Sent> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-session': 'cookie',
        ...(this.cookie && { cookie: `language=es; ${this.cookie}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    this.setCookie = response.headers.get('set-cookie');
    if (this.setCookie) {
      const [pair = ''] = this.setCookie.split(';');
      this.cookie = pair.endsWith('=') ? undefined : pair;
    }
    return JSON.parse(await response.text());
  }

  /** A client that is signed in by the access token of an answer. */
  client({ tokens }: SessionAnswer): GraphqlClient {
    return new GraphqlClient(this.#url, tokens?.accessToken);
  }

  async #answer(name: string, type: string, input: object): Promise<SessionAnswer> {
    const query = `mutation($input: ${type}!) { ${name}(input: $input) {
      tokens { accessToken refreshToken } userErrors { code } } }`;
    const { data, errors } = await this.send(query, { input });
    const answer = data?.[name];
    if (!answer) throw new Error(`${name} answered ${JSON.stringify(errors)}`);
    return answer;
  }
}
