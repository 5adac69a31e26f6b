import { readFileSync } from 'node:fs';
import { UserData } from 'aws-cdk-lib/aws-ec2';
import { serviceNames, services } from '../../../runtime/services.ts';
import { names } from '../names.ts';
import { sizes } from '../sizes.ts';
import { settingOf } from '../state/secret-settings.ts';
import { filesFolder, serviceOptions } from './service-options.ts';
import { type PlainSettings, secretsByReader } from './service-settings.ts';

const endOfFile = 'END_OF_FILE';

const sourceOf = (name: string) =>
  readFileSync(new URL(`../instance/${name}`, import.meta.url), 'utf8').trimEnd();

/** The part of the shell script that writes a file. */
const write = (path: string, content: string, mode = '0644') =>
  `install -D -m ${mode} /dev/stdin ${path} <<'${endOfFile}'\n${content}\n${endOfFile}`;

const scripts = ['fetch-secrets', 'prepare', 'run-service', 'await-ready', 'watch'];
const units = [
  'bookstore.target',
  'bookstore@.service',
  'bookstore-prepare.service',
  'bookstore-watch.service',
];

/** How long a process may take to end: its longest request, and what it has begun. */
export const stopSeconds = 40;

/** A little less than the group waits, so that the instance itself says what was not ready. */
const readySeconds = sizes.group.launchSeconds - 120;

/** What an instance does when it boots first: a shell script without any secret in it. */
export function instanceUserData(options: {
  region: string;
  image: string;
  settings: PlainSettings;
  /** The ARN of each secret, by its name. */
  secrets: Readonly<Record<string, string>>;
  ownKeys: boolean;
  fileSystemId: string;
  accessPointId: string;
}): UserData {
  const { region, image, settings, secrets, ownKeys, fileSystemId, accessPointId } = options;
  const readers = secretsByReader(Object.keys(secrets), ownKeys);
  const facts = [
    `AWS_REGION=${region}`,
    `GROUP=${names.group}`,
    `LAUNCH_HOOK=${names.hooks.launch}`,
    `TERMINATE_HOOK=${names.hooks.terminate}`,
    `IMAGE=${image}`,
    `LOG_GROUP=${names.logGroup}`,
    `DEREGISTRATION_SECONDS=${sizes.balancer.deregistrationSeconds}`,
    `STOP_SECONDS=${stopSeconds}`,
    `READY_SECONDS=${readySeconds}`,
    `SILENT_ROUNDS=${sizes.watch.silentRounds}`,
    `HOPELESS_ROUNDS=${sizes.watch.hopelessRounds}`,
    `SERVICES='${serviceNames.map(name => `${name}:${services[name].port}`).join(' ')}'`,
    `UNITS='${serviceNames.map(name => `bookstore@${name}.service`).join(' ')}'`,
  ];
  const secretLines = Object.entries(secrets).map(([name, arn]) =>
    [settingOf(name), arn, ...(readers.get(name) ?? [])].join(' '),
  );
  const optionsOf = (service: (typeof serviceNames)[number]) => {
    const own = Object.keys(secrets).filter(name => readers.get(name)?.includes(service));
    return serviceOptions(service, { settings, secrets: own.map(settingOf) });
  };
  const mount = `${fileSystemId}:/ ${filesFolder} efs _netdev,tls,iam,accesspoint=${accessPointId} 0 0`;
  return UserData.custom(
    [
      '#!/bin/bash',
      'set -euo pipefail',
      write('/etc/bookstore/store.env', facts.join('\n')),
      write('/etc/bookstore/secrets', secretLines.join('\n')),
      ...serviceNames.map(name => write(`/etc/bookstore/services/${name}`, optionsOf(name))),
      write('/opt/bookstore/instance-facts.sh', sourceOf('instance-facts.sh')),
      ...scripts.map(name => write(`/opt/bookstore/${name}.sh`, sourceOf(`${name}.sh`), '0755')),
      ...units.map(name => write(`/etc/systemd/system/${name}`, sourceOf(name))),
      write('/etc/systemd/system/bookstore@gateway.service.d/order.conf', sourceOf('gateway-order.conf')),
      write('/root/.docker/config.json', '{ "credsStore": "ecr-login" }', '0600'),
      `echo '${mount}' >>/etc/fstab`,
      sourceOf('set-up.sh'),
      '',
    ].join('\n'),
  );
}
