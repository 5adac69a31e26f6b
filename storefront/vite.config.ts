import type { InlineConfig } from 'vite';

const shared: InlineConfig = {
  configFile: false,
  root: import.meta.dirname,
  base: '/shop/',
  logLevel: 'error',
  // A production build whatever NODE_ENV the caller has.
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
};

/** The pages for the browser, into `outDir`: each page a file of its own, all styles one, served below /shop/. */
export const clientConfig = (outDir: string): InlineConfig => ({
  ...shared,
  build: {
    outDir,
    target: 'es2023',
    manifest: 'manifest.json',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});

/** The pages for the server, into `outDir`: one file, which needs no package. */
export const serverConfig = (outDir: string): InlineConfig => ({
  ...shared,
  ssr: { noExternal: true, target: 'node' },
  build: {
    outDir,
    target: 'node24',
    ssr: 'server.tsx',
    emptyOutDir: true,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
