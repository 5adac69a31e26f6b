/** Longer addresses are not for every proxy. */
const mostCharacters = 2_000;

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

const hashes = new Map<string, Promise<string>>();

/** The SHA-256 (hex) of an operation's text, worked out once. */
function hashOf(text: string): Promise<string> {
  const hash = hashes.get(text) ?? sha256(text);
  hashes.set(text, hash);
  return hash;
}

/**
 * The address at which the gateway answers GET with what a request asks for: a query, by the hash of its text, which the gateway
 * knows of all that the shop sends, and its variables. By it caches can answer too.
 *
 * `body` is that of a request by POST, in JSON, as urql makes it: variables in the order of their names, so that the same ones
 * make the same address. Undefined for what is no query, what would be too long, and where the browser does not hash, as without TLS.
 */
export async function persistedAddress(url: string, body: unknown): Promise<string | undefined> {
  if (typeof body !== 'string' || !('subtle' in crypto)) return undefined;
  const { query, variables = {} }: { query?: string; variables?: object } = JSON.parse(body);
  if (!query?.startsWith('query ')) return undefined;
  const persistedQuery = { version: 1, sha256Hash: await hashOf(query) };
  const address = `${url}?${new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify({ persistedQuery }),
  })}`;
  return address.length <= mostCharacters ? address : undefined;
}
