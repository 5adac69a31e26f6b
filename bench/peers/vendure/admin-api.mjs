const patienceMilliseconds = 120_000;

/** A client of a Vendure's admin API, signed in as its superadmin. */
export async function openAdminApi(url, { username, password }) {
  let token;
  async function send(query, variables = {}) {
    const response = await fetch(`${url}/admin-api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    const text = await response.text();
    const { data, errors } = JSON.parse(text);
    if (!data || errors) throw new Error(`Vendure answered ${text.slice(0, 2_000)} to ${query}`);
    return { data, response };
  }
  const { data, response } = await send(
    `mutation($username: String!, $password: String!) { login(username: $username, password: $password) {
      __typename ... on ErrorResult { message } } }`,
    { username, password },
  );
  token = response.headers.get('vendure-auth-token');
  if (!token) throw new Error(`Vendure's superadmin could not log in: ${JSON.stringify(data)}`);
  return { ask: async (query, variables) => (await send(query, variables)).data };
}
