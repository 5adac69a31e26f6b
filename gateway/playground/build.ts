import { buildWhenStale } from '../../deploy/local/build-when-stale.ts';
import { viteConfig } from './vite.config.ts';

/**
 * Bundles the playground into dist/ beside this file, unless that is there already, made from the same inputs.
 * Answers whether it had to build, which takes a few seconds. Throws what Vite throws.
 */
export const buildPlayground = (): Promise<boolean> =>
  buildWhenStale(
    import.meta.dirname,
    ['../../package-lock.json', '../../storefront/favicon.svg'],
    async outDir => {
      // Vite is a development dependency: where the playground comes built, it need not be installed.
      const { build } = await import('vite');
      await build({ ...viteConfig, build: { ...viteConfig.build, outDir, emptyOutDir: true } });
    },
  );

if (import.meta.main) {
  const built = await buildPlayground();
  console.log(built ? 'The playground is built.' : 'The playground is up to date.');
}
