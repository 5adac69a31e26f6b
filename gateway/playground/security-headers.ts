/**
 * What the browser is told about every file of the playground, besides what it is told of all answers: take nothing from
 * another origin, run no code but these files, let no other page frame it.
 */
export const securityHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    // The code editor writes its colours and positions into style elements and attributes.
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};
