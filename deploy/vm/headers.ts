/** Two years, as Mozilla's guideline 6.0 has it. Other names below the store's may do without TLS. */
const hsts = 'add_header Strict-Transport-Security "max-age=63072000" always;';

/** What browsers are told of an answer of which the store says nothing itself, such as GraphQL's JSON. */
const fallbacks = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

const inVariable = (header: string): string => header.toLowerCase().replaceAll('-', '_');

/** Where the store sets a header, the variable that would add it is empty, and NGINX leaves it out. Goes into http { }. */
export const headerVariables = Object.entries(fallbacks)
  .map(
    ([header, value]) =>
      `map $upstream_http_${inVariable(header)} $add_${inVariable(header)} { "" "${value}"; default ""; }`,
  )
  .join('\n  ');

/** Goes into server { }, and into each location that adds headers of its own. */
export const headers = [
  hsts,
  ...Object.keys(fallbacks).map(header => `add_header ${header} $add_${inVariable(header)} always;`),
].join(' ');
