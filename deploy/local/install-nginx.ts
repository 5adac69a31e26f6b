import { nginxProgram } from '../../testing/nginx-program.ts';
import { installFirstOf, mayInstallPackages } from './apt-packages.ts';
import { explain } from './explain.ts';
import { say, step } from './progress.ts';

const packageSets = [['nginx-light'], ['nginx']];

/**
 * Sees to it, where it can, that there is an NGINX for the tests of several processes of a service: on Debian and
 * Ubuntu it installs one, as root or by sudo without a password, and says so first. Where it cannot, those tests
 * are skipped.
 */
export async function ensureNginx(): Promise<void> {
  if (nginxProgram()) return;
  if (await mayInstallPackages()) {
    say(
      'There is no NGINX on this machine: apt-get installs nginx-light now, for the tests. Its service may start too.',
    );
    try {
      await step(
        'installing NGINX',
        () => installFirstOf(packageSets),
        packages => `${packages} installed`,
      );
    } catch (error) {
      say(explain(error));
    }
  }
  if (!nginxProgram()) say('Without NGINX the tests of replicas are skipped: install it to run them.');
}
