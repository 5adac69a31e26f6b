import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../deploy/local/places.ts';
import { lastLines, runToEnd } from '../deploy/local/run-to-end.ts';

const source = join(projectFolder, 'deploy', 'nginx');

/** Where the folders of a container begin that the script names. */
const itsFolders = /\/(?=(?:tmp|run\/secrets|etc\/nginx)\/)/g;

/** What start-container.sh did, in the words of the container. */
interface Started {
  /** What it wrote, by path, such as `/tmp/https-only.conf`. */
  files: ReadonlyMap<string, string>;
  /** With what it ran NGINX. */
  nginxArguments: string;
}

function readFiles(root: string, folder: string): Map<string, string> {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    paths.map(path => [path.slice(root.length), readFileSync(path, 'utf8').replaceAll(root, '')]),
  );
}

/**
 * Runs deploy/nginx/start-container.sh to its end with these settings, as in a container: its folders are below one of this
 * machine's, which is gone afterwards, and its NGINX ends at once. Throws what the script says where it fails.
 */
export async function startContainer(settings: Record<string, string>): Promise<Started> {
  const root = mkdtempSync(join(tmpdir(), 'bookstore-container-'));
  try {
    for (const folder of ['tmp', 'bin', 'run/secrets']) mkdirSync(join(root, folder), { recursive: true });
    cpSync(source, join(root, 'etc', 'nginx', 'bookstore'), { recursive: true });
    const script = readFileSync(join(source, 'start-container.sh'), 'utf8').replace(itsFolders, `${root}/`);
    writeFileSync(join(root, 'start-container.sh'), script);
    writeFileSync(join(root, 'bin', 'nginx'), `#!/bin/sh\necho "$*" >'${root}/arguments'\n`, { mode: 0o755 });
    const environment = { PATH: `${join(root, 'bin')}:${process.env.PATH}`, ...settings };
    const args = [join(root, 'start-container.sh')];
    const { code, output } = await runToEnd({ program: 'sh', args, folder: root, environment });
    if (code !== 0) throw new Error(`start-container.sh ended with ${code}:\n${lastLines(output)}`);
    const nginxArguments = readFileSync(join(root, 'arguments'), 'utf8').replaceAll(root, '').trim();
    return { files: readFiles(root, 'tmp'), nginxArguments };
  } finally {
    rmSync(root, { recursive: true });
  }
}
