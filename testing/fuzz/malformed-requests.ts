import fc, { type Arbitrary } from 'fast-check';

/** Bytes that are sent to a server as they are. */
export interface MalformedRequest {
  kind: string;
  bytes: Buffer;
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

const head = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;

const garbage = fc.string({ unit: 'binary', maxLength: 60 });
const word = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 });
const line = fc.oneof(
  word,
  garbage,
  fc.constantFrom('', ' ', '\t', '\u0000', '\r', '\n', '%', '%00', '[', '@', ':', '..'),
);

/** A body that is posted to /graphql as JSON, whatever it is, with a length that is right. */
const posted = (body: Buffer, type = 'application/json'): Buffer =>
  Buffer.concat([
    bytesOf(
      head([
        'POST /graphql HTTP/1.1',
        'Host: localhost',
        `Content-Type: ${type}`,
        `Content-Length: ${body.length}`,
        'Connection: close',
      ]),
    ),
    body,
  ]);

const methods = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
  'PRI',
];
const paths = [
  ...[
    '/graphql',
    '/',
    '*',
    '',
    '//',
    '/../..',
    '/%',
    '/%00',
    '/%ff',
    '/%2e%2e/',
    '/graphql?',
    '/graphql?query',
  ],
  ...[
    '/graphql?query=%7B',
    '/graphql?query={__typename}&query={__typename}',
    '/graphql?variables=%7B&query={__typename}',
  ],
  ...['/graphql?extensions=[]&query={__typename}', 'http://localhost/graphql', 'http://[', '/covers/%/x/240'],
  ...[
    '/shop/assets/..%2f..%2fpackage.json',
    '/playground/assets/%2e%2e/%2e%2e/main.ts',
    '/health?x',
    '/health#x',
    '/\\..\\',
  ],
  ...['/sitemap.xml?%', '/book/%E0%A4%A', '/?lang=%', `/${'a/'.repeat(2_000)}`, `/${'x'.repeat(9_000)}`],
];
const versions = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', 'HTTP', '', 'HTTP/1.1 x'];
const hosts = [
  'localhost',
  '',
  ' ',
  '[',
  '[::1',
  'a b',
  '%',
  'x:y',
  'localhost:99999',
  '@',
  '..',
  '\u0000',
  'é',
  '/',
  'a,b',
];

const requestLine = fc
  .tuple(
    fc.oneof(fc.constantFrom(...methods), word),
    fc.oneof(fc.constantFrom(...paths), line),
    fc.constantFrom(...versions),
  )
  .map(parts => parts.join(' '));

const oddHeaders: Arbitrary<string[]> = fc.array(
  fc.oneof(
    fc.tuple(fc.oneof(word, garbage), line).map(([name, value]) => `${name}: ${value}`),
    fc.constantFrom(...hosts).map(host => `Host: ${host}`),
    fc.constantFrom(
      'Content-Length: -1',
      'Content-Length: 1, 2',
      'Content-Length: 99999999999999999999',
      'Content-Length: x',
    ),
    fc.constantFrom(
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: gzip, chunked',
      'Transfer-Encoding: x',
      'TE: trailers',
    ),
    fc.constantFrom(
      'Content-Type: application/json; charset=x',
      'Content-Type: ;',
      'Content-Type: a/b/c',
      'Content-Type:',
    ),
    fc.constantFrom(
      'Authorization: Bearer',
      'Authorization: Bearer a.b.c',
      'Authorization: x',
      'Authorization: Bearer \u0000',
    ),
    fc.constantFrom(
      'Accept: x',
      'Accept: text/html;q=x',
      'Accept-Encoding: \u00ff',
      'Accept-Language: ;;;',
      'Accept-Language: *',
    ),
    fc.constantFrom(
      'X-Session: cookie',
      'Cookie: ===;;;',
      'Cookie: __Host-refresh-token=%',
      'X-Forwarded-For: ,,,',
    ),
    fc.constantFrom(
      'Expect: 100-continue',
      'Expect: x',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Range: bytes=9-1',
    ),
    fc.constantFrom(
      'no colon',
      ': no name',
      'a b: c',
      ' folded',
      'traceparent: 00-x',
      'X-Request-Id: \u00e9',
    ),
    fc.constant(`X-Long: ${'x'.repeat(20_000)}`),
  ),
  { maxLength: 8 },
);

const heads: Arbitrary<MalformedRequest> = fc
  .tuple(requestLine, oddHeaders, fc.oneof(fc.constant(''), garbage))
  .map(([first, headers, body]) => ({
    kind: 'a head',
    bytes: bytesOf(`${head([first, 'Connection: close', ...headers])}${body}`),
  }));

const noise: Arbitrary<MalformedRequest> = fc
  .uint8Array({ maxLength: 400 })
  .map(bytes => ({ kind: 'noise', bytes: Buffer.concat([bytes, bytesOf('\r\n\r\n')]) }));

const chunked: Arbitrary<MalformedRequest> = fc
  .array(fc.oneof(line, fc.constantFrom('0', '5', 'ffffffffffffffff', '-1', '5;x=y', 'hello')), {
    maxLength: 6,
  })
  .map(lines => ({
    kind: 'chunks',
    bytes: bytesOf(
      `${head(['POST /graphql HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', 'Transfer-Encoding: chunked', 'Connection: close'])}${lines.join('\r\n')}\r\n\r\n`,
    ),
  }));

/** Values of any kind where others are wanted. */
const any: Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(null, true, 0, -1, '', [], {}, [[]], '{ __typename }', { query: {} }),
);

const operations: Arbitrary<MalformedRequest> = fc
  .oneof(
    fc.record(
      {
        query: fc.oneof(
          any,
          fc.constantFrom('{ __typename }', 'query A { __typename }', '{ books { totalCount } }'),
        ),
        variables: any,
        operationName: any,
        extensions: fc.oneof(
          any,
          fc.record({ persistedQuery: fc.oneof(any, fc.record({ version: any, sha256Hash: any })) }),
        ),
      },
      { requiredKeys: [] },
    ),
    any,
    fc.array(fc.record({ query: fc.constant('{ __typename }') }), { maxLength: 3 }),
  )
  .map(value => ({ kind: 'an operation', bytes: posted(Buffer.from(JSON.stringify(value) ?? '')) }));

const sound = '{"query":"{ __typename }","variables":{}}';
const brokenTexts = [
  '',
  '{',
  '{"query":"{ __typename }"',
  '{"query":"{ __typename }"}}',
  '{"query":"{ __typename }",}',
  "{'query':'{ __typename }'}",
  '{"query":"{ __typename }","query":1}',
  '{"__proto__":{"query":"{ __typename }"}}',
  '{"constructor":{"prototype":{"x":1}},"query":"{ __typename }"}',
  '{"query":"{ __typename }","variables":{"__proto__":{"a":1}}}',
  '\ufeff{"query":"{ __typename }"}',
  `{"query":${'['.repeat(20_000)}`,
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `{"query":"{ __typename }","variables":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  `{"query":"${'{ a '.repeat(5_000)}"}`,
  `{"query":"${'\\u0000'.repeat(1_000)}"}`,
  '{"query":"{ __typename }","variables":{"a":1e999}}',
  '{"query":1e999}',
  'NaN',
  'undefined',
  '\u0000',
];

const broken: Arbitrary<MalformedRequest> = fc
  .oneof(
    fc.constantFrom(...brokenTexts).map(text => Buffer.from(text)),
    fc.nat(sound.length - 1).map(length => Buffer.from(sound.slice(0, length))),
    fc
      .tuple(fc.nat(sound.length - 1), garbage)
      .map(([at, text]) => Buffer.from(sound.slice(0, at) + text + sound.slice(at))),
    fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes)),
    fc
      .nat(255)
      .map(byte => Buffer.concat([Buffer.from('{"query":"'), Buffer.from([byte, byte]), Buffer.from('"}')])),
  )
  .map(body => ({ kind: 'no JSON', bytes: posted(body) }));

const types: Arbitrary<MalformedRequest> = fc
  .oneof(
    fc.constantFrom(
      'text/plain',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'application/graphql',
      'x',
      '',
    ),
    fc.constantFrom(
      'application/json; charset=utf-16',
      'application/json;;;',
      'application/json, text/html',
      'APPLICATION/JSON',
    ),
    word,
  )
  .map(type => ({ kind: 'a type', bytes: posted(Buffer.from(sound), type) }));

/** A client that goes away in the middle. */
const cut: Arbitrary<MalformedRequest> = fc
  .nat(posted(Buffer.from(sound)).length - 1)
  .map(length => ({ kind: 'a part', bytes: posted(Buffer.from(sound)).subarray(0, length) }));

/** What no client should send: each kind as often as the others, but for what keeps the server waiting. */
export const malformedRequest: Arbitrary<MalformedRequest> = fc.oneof(
  { weight: 6, arbitrary: heads },
  { weight: 2, arbitrary: noise },
  { weight: 2, arbitrary: chunked },
  { weight: 6, arbitrary: operations },
  { weight: 6, arbitrary: broken },
  { weight: 2, arbitrary: types },
  { weight: 1, arbitrary: cut },
);
