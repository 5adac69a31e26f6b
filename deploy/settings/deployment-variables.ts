import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../local/places.ts';

/** What the variables of the deployment's own files are for; their defaults are read from the files. */
const meanings: Record<string, string> = {
  BOOKSTORE_IMAGE: 'The image; `deploy.sh IMAGE` sets it.',
  REPLICAS: 'How many of each service.',
  REPLICAS_PER_NODE: 'How many of a service a node takes at the most.',
  DOMAIN: 'The name in the certificate.',
  TLS_CERTIFICATE: 'The PEM file of the certificate, when the secrets are made; else one of its own.',
  TLS_KEY: 'The PEM file of its key.',
  INTERNAL_TLS:
    '`yes`: NGINX and the services speak TLS to each other, from then on; `no`: no more. A running store is interrupted by the change.',
  NFS_SERVER: 'Where replicas share files.',
  NFS_PATH: 'What of it is mounted.',
  BACKUP_NFS_PATH: 'What of it is mounted for backups.',
  BACKUP_KEEP_DAYS: 'The setting of that name.',
  DATABASES: '`no` where databases and broker are elsewhere.',
  OWN_KEYS:
    '`yes`: services know each other by keys of their own, from then on, as in a new store; `no`: by a secret that all share.',
  NGINX_IMAGE: 'The image of NGINX.',
  MYSQL_IMAGE: 'The image of the databases.',
  RABBITMQ_IMAGE: 'The image of the broker.',
  INNODB_BUFFER_POOL_SIZE: 'The memory in which each database keeps its pages.',
  UPDATE_TIMEOUT_SECONDS: 'How long a service may take until all its replicas are healthy; so may migrating.',
  RESOLVE_IMAGE: 'How `docker stack deploy` resolves images: `always`, `changed` or `never`.',
  OVERRIDES: 'Further files of the stack, separated by spaces.',
  NGINX_SUM: 'The sum of NGINX’s files; `deploy.sh` sets it.',
  HTTP_PORT: 'The port of NGINX for HTTP.',
  HTTPS_PORT: 'The port of NGINX for HTTPS.',
  PROMETHEUS_PORT: 'The port of Prometheus.',
  GRAFANA_PORT: 'The port of Grafana.',
  READER: 'Any value: a copy of catalog’s database answers people without a token. With `--profile reader`.',
  ADMIN_EMAIL: 'The setting of that name.',
  PLAYGROUND: 'The setting of that name.',
  STORE_URL: 'The setting of that name.',
  SMTP_URL: 'The setting of that name.',
  MAIL_FROM: 'The setting of that name.',
  LEAKED_PASSWORDS_URL: 'The setting of that name.',
  EMAIL_CHANGE_NEEDS_PASSWORD: 'The setting of that name.',
  ADMINISTRATORS_NEED_SECOND_FACTOR: 'The setting of that name.',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'The setting of that name.',
  OTEL_TRACES_SAMPLER_ARG: 'The setting of that name.',
  JAEGER_PORT: 'The port of Jaeger.',
  NGINX_DRAIN_SECONDS:
    'How long NGINX says no at `/ready` before it stops, so that a balancer before it leaves it out.',
  TRUSTED_PROXIES:
    'The balancers before NGINX whose X-Forwarded-For is believed: addresses or networks, separated by spaces.',
  HTTPS_ONLY:
    'Where the store is found, as `https://books.example`: by plain HTTP pages lead there, and all else is refused but health checks. Not where what is before NGINX ends TLS and asks by plain HTTP.',
  ALERT_EMAIL: 'Whom to tell by e-mail that the certificate ends, or that a unit failed.',
  ALERT_WEBHOOK: 'The same, by a webhook that takes `{"text": …}`.',
};

const files = [
  'docker-compose.yml',
  'deploy/swarm/store.yml',
  'deploy/swarm/mail.yml',
  'deploy/swarm/leaked-passwords.yml',
  'deploy/swarm/backup.yml',
  'deploy/swarm/databases.yml',
  'deploy/swarm/deploy.sh',
  'deploy/swarm/secrets.sh',
  'deploy/vm/tell.sh',
];

/** A variable of a file that deploys the store, as shells and Compose write them. */
export interface DeploymentVariable {
  name: string;
  file: string;
  /** Undefined where one must be given. */
  fallback: string | undefined;
  meaning: string;
}

/** The variables in a file's text. Throws all that nobody has said the meaning of. */
export function variablesOf(file: string, text: string): DeploymentVariable[] {
  const found = new Map<string, string | undefined>();
  for (const [, name = '', how = '', word = ''] of text.matchAll(/\$\{([A-Z][A-Z0-9_]*):?([-?+])([^}]*)\}/g))
    if (!found.has(name)) found.set(name, how === '?' ? undefined : how === '+' ? '' : word);
  const unknown = Array.from(found.keys()).filter(name => !(name in meanings));
  if (unknown.length > 0)
    throw new Error(`Say what ${unknown.join(', ')} of ${file} are for in deployment-variables.ts.`);
  return Array.from(found, ([name, fallback]) => ({ name, file, fallback, meaning: meanings[name] ?? '' }));
}

/** The variables of all files that deploy the store. */
export const deploymentVariables = (): DeploymentVariable[] =>
  files.flatMap(file => variablesOf(file, readFileSync(join(projectFolder, file), 'utf8')));
