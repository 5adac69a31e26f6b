import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { projectFolder } from '../../../deploy/local/places.ts';
import type { Filling } from './kept-store.ts';

/** What databases of the bench are made of: the migrations, the code that fills them, and how much there is to be. */
const sources = ['subgraphs/*/migrations/*.ts', 'bench/store/fill/*.ts', 'seed/synthetic/*', 'seed/*.ts'];

/** A text that is another one as soon as the schema, the books, their number or one of `more` files change. */
export function fingerprintOf(filling: Filling, more: readonly string[] = []): string {
  const hash = createHash('sha256').update(JSON.stringify(filling));
  const files = globSync([...sources, ...more], { cwd: projectFolder }).toSorted();
  for (const file of files) hash.update(file).update(readFileSync(`${projectFolder}/${file}`));
  if (filling.catalogue.file) hash.update(readFileSync(filling.catalogue.file));
  return hash.digest('hex');
}
