import { type ServiceName, serviceNames, services } from '../../runtime/services.ts';

const isService = (name: string): name is ServiceName => serviceNames.some(service => service === name);

/** What the image can do besides the services: its name, and the file that it starts from. */
const tasks: Record<string, string> = {
  migrate: 'deploy/image/migrate.ts',
  seed: 'seed/main.ts',
  invariants: 'invariants/main.ts',
  'dead-letters': 'dead-letters/main.ts',
  audit: 'audit/main.ts',
  'create-databases': 'deploy/image/create-databases.ts',
  'rotate-key': 'rotate-key/main.ts',
  'end-sessions': 'end-sessions/main.ts',
  backup: 'backup/main.ts',
  restore: 'restore/main.ts',
  'make-secrets': 'deploy/image/make-secrets.ts',
};

/** A command of the image, such as "gateway" or "migrate". */
export interface Command {
  /** The file it starts from, below the project's folder. */
  entry: string;
  /** The service that it is; undefined for a task that ends by itself. */
  service: ServiceName | undefined;
}

/** All commands, in the order in which they are told. */
export const commandNames: readonly string[] = [...serviceNames, ...Object.keys(tasks)];

/** The command of that name; undefined where there is none. */
export function findCommand(name: string): Command | undefined {
  if (isService(name)) return { entry: services[name].entry, service: name };
  const entry = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  return entry === undefined ? undefined : { entry, service: undefined };
}
