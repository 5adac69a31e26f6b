import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../deploy/local/places.ts';

const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/**
 * What other people's code a workflow runs without saying exactly which: each `uses` names a commit, and beside it the
 * version that it is, or is a part of this repository. One line a problem.
 */
export function pinProblems(text: string): string[] {
  const uses = [...text.matchAll(/^\s*(?:- )?uses:\s*(.+?)\s*$/gm)].map(([, value = '']) => value);
  return uses.flatMap(value => {
    if (value.startsWith('./')) return existsSync(join(projectFolder, value)) ? [] : [`there is no ${value}`];
    return pinned.test(value) ? [] : [`${value} is not a commit with its version beside it`];
  });
}
