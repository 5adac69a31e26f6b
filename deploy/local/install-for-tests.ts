import { brokerProgram } from '../../testing/broker-program.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { kubectlProgram } from '../../testing/kubectl-program.ts';
import { nginxProgram } from '../../testing/nginx-program.ts';
import { prometheusPrograms } from '../../testing/prometheus-program.ts';
import { shellcheckProgram } from '../../testing/shellcheck-program.ts';
import { installFirstOf, mayInstallPackages } from './apt-packages.ts';
import { explain } from './explain.ts';
import { say, step } from './progress.ts';

interface Program {
  find(): unknown;
  packageSets: string[][];
  /** A service in the package that would run by itself, and is left out. */
  service?: string;
  tests: string;
}

/** The programs that some tests use, besides a database server. */
export const testPrograms = ['Chromium', 'RabbitMQ', 'NGINX', 'ShellCheck', 'kubectl', 'Prometheus'] as const;

/** Where each program is looked for, in which packages it comes, and which tests are skipped without it. */
const programs: Record<(typeof testPrograms)[number], Program> = {
  Chromium: {
    find: browserProgram,
    packageSets: [['chromium'], ['chromium-browser']],
    tests: 'the tests of the pages',
  },
  RabbitMQ: {
    find: brokerProgram,
    packageSets: [['rabbitmq-server']],
    tests: 'the tests of events by RabbitMQ',
  },
  NGINX: {
    find: nginxProgram,
    packageSets: [['nginx-light'], ['nginx']],
    tests: 'the tests of several processes of a service',
  },
  ShellCheck: {
    find: shellcheckProgram,
    packageSets: [['shellcheck']],
    tests: 'the check of shell scripts',
  },
  kubectl: {
    find: kubectlProgram,
    packageSets: [['kubectl'], ['kubernetes-client']],
    tests: 'the tests of deploy/kubernetes',
  },
  Prometheus: {
    find: prometheusPrograms,
    packageSets: [['prometheus']],
    service: 'prometheus',
    tests: 'the tests of metrics, alerts and the dashboard',
  },
};

/**
 * Sees to it, where it can, that there is a program for the tests of it: on Debian and Ubuntu it installs it, as root
 * or by sudo without a password, and says so first. Where it cannot, those tests are skipped.
 */
export async function ensureForTests(name: keyof typeof programs): Promise<void> {
  const { find, packageSets, service, tests } = programs[name];
  if (find()) return;
  if (await mayInstallPackages()) {
    say(
      `There is no ${name} on this machine: apt-get installs it now, for ${tests}.${service ? '' : ' Where it is a service, it may start too.'}`,
    );
    try {
      const install = () => installFirstOf(packageSets, service);
      await step(`installing ${name}`, install, packages => `${packages} installed`);
    } catch (error) {
      say(explain(error));
    }
  }
  if (!find()) say(`Without ${name} ${tests} are skipped: install it to run them.`);
}
