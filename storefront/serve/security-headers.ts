/**
 * What the browser is told about every page and file of the shop, besides what it is told of all answers: take nothing from
 * another origin, run and style nothing but these files, let no other page frame it.
 */
export const securityHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    // blob: a seller sees a picture before it is uploaded.
    "img-src 'self' blob: data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'same-origin',
};
