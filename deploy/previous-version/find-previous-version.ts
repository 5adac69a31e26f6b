import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../local/places.ts';
import { runToEnd } from '../local/run-to-end.ts';

/** What stands for the version before until there is a release: a commit whose schema is older than today's. */
const beforeTheFirstRelease = '19998e069f253605bd0d213d67846c9006a71403';

/** The version that runs while this one is rolled out. */
export interface PreviousVersion {
  /** A tag, such as v0.1.0, or a commit. */
  name: string;
  commit: string;
}

/** Whether there is a history to find it in: an unpacked archive of the store has none. */
export const hasHistory = existsSync(join(projectFolder, '.git'));

/** What git answers, and whether it is content. */
export async function askGit(...args: string[]): Promise<{ isWell: boolean; output: string }> {
  const { code, output } = await runToEnd({ program: 'git', args, folder: projectFolder });
  return { isWell: code === 0, output: output.trim() };
}

/**
 * The newest release (a tag such as v0.1.0) before this commit. Rejects with what to do where this clone does not have
 * its history.
 */
export async function findPreviousVersion(): Promise<PreviousVersion> {
  const shallow = await askGit('rev-parse', '--is-shallow-repository');
  if (!shallow.isWell) throw new Error(`git cannot read this project's history: ${shallow.output}`);
  if (shallow.output === 'true')
    throw new Error('This clone has no history: run git fetch --unshallow --tags, and try again.');
  const releases = ['--tags', '--abbrev=0', '--match', 'v[0-9]*', '--exclude', '*-*'];
  const tag = await askGit('describe', ...releases, 'HEAD^');
  const name = tag.isWell ? tag.output : beforeTheFirstRelease;
  const commit = await askGit('rev-parse', '--verify', '--end-of-options', `${name}^{commit}`);
  if (!commit.isWell) throw new Error(`This clone lacks ${name}: run git fetch --tags, and try again.`);
  return { name, commit: commit.output };
}
