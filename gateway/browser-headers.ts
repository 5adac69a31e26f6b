import type { IncomingHttpHeaders } from 'node:http';

/** Two years, for all names below the store's too (RFC 6797). Whoever ends TLS before the store says the same. */
export const strictTransportSecurity = 'max-age=63072000; includeSubDomains';

/** What a browser could lend a page, and no page of the store asks for. */
const unneeded = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/**
 * What browsers are told of every answer of which nothing else is said: that it runs nothing, is shown in no page, is of
 * one kind, is read by no other site, and is kept nowhere.
 */
export const browserHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unneeded.map(feature => `${feature}=()`).join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const overTls = { ...browserHeaders, 'strict-transport-security': strictTransportSecurity };

/** The same for the answer to a request; with HSTS where whoever ends TLS says by X-Forwarded-Proto that it came by HTTPS. */
export const browserHeadersFor = (headers: IncomingHttpHeaders): Record<string, string> =>
  headers['x-forwarded-proto'] === 'https' ? overTls : browserHeaders;
