import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  dependenciesAreCurrent,
  lockIsInstalled,
  projectNodeIn,
  stampDependencies,
} from './dependencies-current.mjs';
import { holderOf, takeLock } from './process-lock.mjs';
import { runNpm } from './run-npm.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const installLock = join(root, '.data', 'install.lock');
const launcherLock = join(root, '.data', 'launcher.lock');

// The versions of package-lock.json, which stays as it is, whatever the user's npm settings and NODE_ENV say.
// `npm ci` would refuse where the registry lacks a package that is optional and for another kind of machine.
// The project runs on a Node of its own, so that what its packages think of this one does not matter (npm-for-project-node.cjs).
// No package runs anything while it is installed, but for the one that allowScripts in package.json allows it: below.
const npmInstall = [
  'install',
  '--no-save',
  '--package-lock',
  '--include=dev',
  '--include=optional',
  '--engine-strict=false',
  '--ignore-scripts',
  '--loglevel=error',
];

// It brings the Node that the project runs on.
const rebuildNode = ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'];

const heartbeatMilliseconds = 10_000;

const noNode = `npm has installed the dependencies, but not the Node that this project runs on (node_modules/node/bin/node):
the install script of the package "node" did not run. Run
  npm rebuild node --ignore-scripts=false
and then this command again.`;

function refuseWhileStoreRuns() {
  const launcher = existsSync(join(root, 'node_modules')) && holderOf(launcherLock);
  if (launcher)
    throw new Error(
      `package-lock.json has changed, and the store that runs in this folder (process ${launcher}) still uses the old dependencies: stop it, then run this again.`,
    );
}

async function install(folder, what, lock) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  console.log(`… installing the ${what} (about a minute the first time)`);
  const heartbeat = setInterval(
    () => console.log(`… installing the ${what} (${seconds()})`),
    heartbeatMilliseconds,
  );
  try {
    await rm(join(folder, 'node_modules'), { recursive: true, force: true });
    await runNpm(npmInstall, folder, lock);
    if (folder === root) await runNpm(rebuildNode, folder, lock);
  } finally {
    clearInterval(heartbeat);
  }
  if (folder === root && !existsSync(projectNodeIn(root))) throw new Error(noNode);
  stampDependencies(folder);
  console.log(`✓ ${what} installed ${seconds()}`);
}

async function waitForLock() {
  for (let told = false; ; told = true) {
    const lock = takeLock(installLock);
    if (lock) return lock;
    if (!told) console.log('… waiting: another command is installing the dependencies');
    await delay(200);
  }
}

async function installUnless(isCurrent, work) {
  if (isCurrent()) return;
  const lock = await waitForLock();
  try {
    if (!isCurrent()) await work(lock);
  } finally {
    lock.release();
  }
}

/**
 * Installs what package-lock.json says where node_modules is absent or was installed for another one, and
 * returns the path of the project's Node. Two at once: the second waits for the first. Throws an error whose
 * message is for the user. `before` runs only when something is to be installed.
 */
export async function installDependencies(before) {
  const isCurrent = () => dependenciesAreCurrent(root);
  if (!isCurrent()) await before();
  await installUnless(isCurrent, lock => {
    refuseWhileStoreRuns();
    return install(root, 'dependencies', lock);
  });
  return projectNodeIn(root);
}

/**
 * The same for a folder of the project with a package-lock.json of its own, such as deploy/aws: what only some
 * commands need, and `npm start` does not.
 */
export async function installDependenciesOf(folder) {
  const path = join(root, folder);
  await installUnless(
    () => lockIsInstalled(path),
    lock => install(path, `dependencies of ${folder}`, lock),
  );
}
