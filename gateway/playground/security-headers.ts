/**
 * What the browser is told about every file of the playground, besides what it is told of all answers: take nothing from
 * another origin, run no code but these files, let no other page frame it. The page itself has a nonce for the style
 * elements that its editor makes (allow-styles.ts).
 */
export const securityHeaders = (styleNonce: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `style-src 'self'${styleNonce && ` 'nonce-${styleNonce}'`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
});
