import { brokerProgram } from '../../testing/broker-program.ts';
import { installFirstOf, mayInstallPackages } from './apt-packages.ts';
import { explain } from './explain.ts';
import { say, step } from './progress.ts';

const packageSets = [['rabbitmq-server']];

/**
 * Sees to it, where it can, that there is a RabbitMQ for the tests of it: on Debian and Ubuntu it installs one, as
 * root or by sudo without a password, and says so first. Where it cannot, those tests are skipped.
 */
export async function ensureBroker(): Promise<void> {
  if (brokerProgram()) return;
  if (await mayInstallPackages()) {
    say('There is no RabbitMQ on this machine: apt-get installs rabbitmq-server now, for the tests of it.');
    try {
      await step(
        'installing a broker',
        () => installFirstOf(packageSets),
        packages => `${packages} installed`,
      );
    } catch (error) {
      say(explain(error));
    }
  }
  if (!brokerProgram())
    say('Without RabbitMQ the tests of it are skipped: install rabbitmq-server to run them.');
}
