import type { Node } from 'constructs';
import type { PlainSettings } from './store/service-settings.ts';

/** What differs between one deployment and another: CDK context, in cdk.json or by `-c name=value`. */
export interface DeploymentSettings extends PlainSettings {
  region: string;
  /** The Route 53 zone of that domain: its records are made then. Without it they are made by hand. */
  hostedZoneId: string | undefined;
  /** Who is told when an alarm goes off; nobody without it. */
  alarmEmail: string | undefined;
  /** Whether a roll-out goes on while alarms ring: for the one that mends what they ring for. */
  ignoreAlarms: boolean;
  /** Whether services know each other by keys of their own, which make-internal-keys has made; else by a secret that all share. */
  ownKeys: boolean;
}

const patterns = {
  region: /^[a-z]{2}(-[a-z]+)+-\d$/,
  domain: /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  hostedZoneId: /^Z[A-Z0-9]{1,31}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  folderUrl: /^https?:\/\/[\w.:-]+\/([\w./-]*\/)?$/,
  flag: /^(true|false)$/,
};

/** Reads the settings from the context of `node`. Throws all mistakes at once, one line each. */
export function readDeploymentSettings(node: Node): DeploymentSettings {
  const mistakes: string[] = [];
  const read = (name: string, pattern: RegExp, example: string): string | undefined => {
    const value: unknown = node.tryGetContext(name);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && pattern.test(value)) return value;
    mistakes.push(`${name}: ${JSON.stringify(value)} must look like ${example}`);
    return undefined;
  };
  const required = (name: string, pattern: RegExp, example: string): string => {
    const before = mistakes.length;
    const value = read(name, pattern, example);
    if (value === undefined && mistakes.length === before)
      mistakes.push(`${name}: is not set; give it as -c ${name}=${example}`);
    return value ?? '';
  };
  const settings = {
    region: required('region', patterns.region, 'us-east-1'),
    domain: required('domain', patterns.domain, 'store.example.org'),
    hostedZoneId: read('hostedZoneId', patterns.hostedZoneId, 'Z0123456789ABCDEFGHIJ'),
    adminEmail: required('adminEmail', patterns.email, 'admin@example.org'),
    alarmEmail: read('alarmEmail', patterns.email, 'on-call@example.org'),
    ignoreAlarms: read('ignoreAlarms', patterns.flag, 'true') === 'true',
    ownKeys: read('ownKeys', patterns.flag, 'true') === 'true',
    leakedPasswordsUrl: read('leakedPasswordsUrl', patterns.folderUrl, 'https://leaked.internal/range/'),
    emailChangeNeedsPassword: read('emailChangeNeedsPassword', patterns.flag, 'true') === 'true',
    administratorsNeedSecondFactor: read('administratorsNeedSecondFactor', patterns.flag, 'true') === 'true',
  };
  if (mistakes.length > 0)
    throw new Error(`The settings of the deployment are wrong:\n  - ${mistakes.join('\n  - ')}`);
  return settings;
}
