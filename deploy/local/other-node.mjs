import { execFileSync } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { settingOrFile } from '../../runtime/setting-or-file.mjs';

// The oldest that runs the project's TypeScript as it is.
const oldestNode = 24;

// A word alone would be looked up in PATH, where npm puts the project's own Node first.
function majorOf(node) {
  if (!isAbsolute(node)) return undefined;
  try {
    const version = execFileSync(node, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(/^v(\d+)\./.exec(version)?.[1]);
  } catch {
    return undefined;
  }
}

/**
 * The Node whose absolute path PROJECT_NODE is, to try the project on another than its own; undefined where it is not
 * set. Throws an error whose message is for the user where that one cannot be run or is too old.
 */
export function otherNode() {
  const other = settingOrFile('PROJECT_NODE', process.env);
  if (!other) return undefined;
  const major = majorOf(other);
  if (major >= oldestNode) return other;
  throw new Error(
    major
      ? `PROJECT_NODE ${other} is Node ${major}: the project runs on ${oldestNode} or newer.`
      : `PROJECT_NODE ${other} is no Node that can be run: it must be the absolute path of one, or unset.`,
  );
}
