import { type ServiceName, services } from '../../../runtime/services.ts';
import { sizes } from '../sizes.ts';
import { type PlainSettings, plainSettings } from './service-settings.ts';

/** Where the files that instances share are mounted, on the instance and in those processes that use them. */
export const filesFolder = '/var/lib/bookstore/files';
const useFiles: readonly ServiceName[] = ['gateway', 'catalog'];

/**
 * How docker runs a process, besides what run-service.sh says for all: an option a line. The gateway is reached from
 * outside, the others from the instance itself and from the containers on it.
 */
export function serviceOptions(
  service: ServiceName,
  { secrets, settings }: { secrets: readonly string[]; settings: PlainSettings },
): string {
  const { port } = services[service];
  const address = service === 'gateway' ? '' : '127.0.0.1:';
  const plain = Object.entries(plainSettings(service, settings));
  return [
    `--publish=${address}${port}:${port}`,
    `--memory=${sizes.memory[service]}m`,
    ...(useFiles.includes(service) ? [`--mount=type=bind,source=${filesFolder},target=${filesFolder}`] : []),
    ...plain.map(([setting, value]) => `--env=${setting}=${value}`),
    ...secrets.map(setting => `--env=${setting}_FILE=/run/secrets/${setting}`),
  ].join('\n');
}
