import { spawnSync } from 'node:child_process';
import { stepsOf } from './workflow.ts';

/**
 * What is wrong with the scripts of a workflow's steps by themselves: the shell cannot read one, or an expression is
 * put into one, where whoever wrote its value could write commands. One line a problem.
 */
export function scriptProblems(text: string): string[] {
  return stepsOf(text).flatMap(({ run }) => {
    if (run === undefined) return [];
    const { stderr } = spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' });
    const unread = stderr ? [stderr.trim()] : [];
    return run.includes('${{') ? [...unread, `give it what it needs by env: ${run.trim()}`] : unread;
  });
}
