import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/prometheus'];

/** This machine's Prometheus, and promtool, which comes with it; undefined where one of both is missing. */
export function prometheusPrograms(): { prometheus: string; promtool: string } | undefined {
  const found = folders
    .map(folder => ({ prometheus: join(folder, 'prometheus'), promtool: join(folder, 'promtool') }))
    .find(({ prometheus, promtool }) => existsSync(prometheus) && existsSync(promtool));
  return found;
}
