import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../deploy/local/places.ts';

const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** The values of a key, wherever it stands. */
const valuesOf = (text: string, key: string): string[] =>
  [...text.matchAll(new RegExp(`^ *(?:- )?${key}: +(.+?) *$`, 'gm'))].map(([, value = '']) => value);

/** An image, or a kind of machine, that is another one tomorrow. */
const moves = (value: string): boolean =>
  !value.includes('${{') && (/[:-]latest$/.test(value) || !/[:-]/.test(value));

/**
 * What other people's code a workflow runs without saying exactly which: each `uses` names a commit, and beside it the
 * version that it is, or is a part of this repository; images and machines name their version. One line a problem.
 */
export function pinProblems(text: string): string[] {
  const moving = [...valuesOf(text, 'image'), ...valuesOf(text, 'runs-on')].filter(moves);
  const unpinned = valuesOf(text, 'uses').flatMap(value => {
    if (value.startsWith('./')) return existsSync(join(projectFolder, value)) ? [] : [`there is no ${value}`];
    return pinned.test(value) ? [] : [`${value} is not a commit with its version beside it`];
  });
  return [...unpinned, ...moving.map(value => `${value} is another one tomorrow`)];
}
