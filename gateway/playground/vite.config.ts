import type { InlineConfig } from 'vite';

/** How Vite bundles the playground: served below /playground/, each asset a file of the same origin. */
export const viteConfig: InlineConfig = {
  configFile: false,
  root: import.meta.dirname,
  base: '/playground/',
  logLevel: 'error',
  // A production build whatever NODE_ENV the caller has.
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false },
};
