import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const projectNodeIn = root => join(root, 'node_modules', 'node', 'bin', 'node');

const stampIn = root => join(root, 'node_modules', '.installed-for');

// npm's own record of what lies in node_modules, which it writes at the end of every successful install.
const recordIn = root => join(root, 'node_modules', '.package-lock.json');

// Some dependencies have native parts: a folder copied from another kind of machine does not count.
function stampOf(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
}

function isStamped(root) {
  const age = file => statSync(file).mtimeMs;
  return readFileSync(stampIn(root), 'utf8') === stampOf(root) && age(recordIn(root)) <= age(stampIn(root));
}

const readPackages = file => JSON.parse(readFileSync(file, 'utf8')).packages;

function isRecorded(root) {
  const { '': _project, ...wanted } = readPackages(join(root, 'package-lock.json'));
  const found = readPackages(recordIn(root));
  return (
    Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        found[path]?.version === version || ((optional || devOptional) && !found[path]),
    ) && Object.keys(found).every(path => path in wanted)
  );
}

function holds(condition, root) {
  try {
    return condition(root);
  } catch {
    return false;
  }
}

/** Whether node_modules in `folder` is what package-lock.json there says. */
export function lockIsInstalled(folder) {
  if (holds(isStamped, folder)) return true;
  // Never installed by us, or npm has been run by hand since.
  if (!holds(isRecorded, folder)) return false;
  // Saves time alone: the folder may be another user's.
  holds(stampDependencies, folder);
  return true;
}

/** The same of the project itself, with the Node that it runs on. */
export const dependenciesAreCurrent = root => existsSync(projectNodeIn(root)) && lockIsInstalled(root);

export function stampDependencies(root) {
  writeFileSync(stampIn(root), stampOf(root));
}
