import { browserProgram } from '../../testing/browser-program.ts';
import { installFirstOf, mayInstallPackages } from './apt-packages.ts';
import { explain } from './explain.ts';
import { say, step } from './progress.ts';

const packageSets = [['chromium'], ['chromium-browser']];

/**
 * Sees to it, where it can, that there is a Chromium for the tests of the pages: on Debian and Ubuntu it installs
 * one, as root or by sudo without a password, and says so first. Where it cannot, those tests are skipped.
 */
export async function ensureBrowser(): Promise<void> {
  if (browserProgram()) return;
  if (await mayInstallPackages()) {
    say('There is no Chromium on this machine: apt-get installs it now, for the tests of the pages.');
    try {
      await step(
        'installing a browser',
        () => installFirstOf(packageSets),
        packages => `${packages} installed`,
      );
    } catch (error) {
      say(explain(error));
    }
  }
  if (!browserProgram())
    say('Without Chromium or Chrome the tests of the pages are skipped: install one to run them.');
}
