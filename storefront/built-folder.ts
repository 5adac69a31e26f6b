import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'dist');

/** The folder that storefront/build.ts makes, whole. Throws an Error that says what to do when the shop is not built. */
export function builtFolder(): string {
  if (!existsSync(join(folder, 'client/index.html')))
    throw new Error('The shop is not built: run `node storefront/build.ts`.');
  return folder;
}
