import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writePrivateFile } from '../../deploy/local/write-private-file.ts';

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes the SHA-256 sums of files in a folder into another one there, as `sha256sum --check` reads them. */
export async function writeSums(folder: string, files: readonly string[], name: string): Promise<void> {
  const lines: string[] = [];
  for (const file of files) lines.push(`${await sumOf(join(folder, file))}  ${file}\n`);
  writePrivateFile(join(folder, name), lines.join(''));
}

/** The files that a file of sums names, and which of them are not as they were. */
export async function checkSums(folder: string, name: string): Promise<{ files: string[]; wrong: string[] }> {
  const files: string[] = [];
  const wrong: string[] = [];
  for (const line of readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)) {
    const [, sum = '', file = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    files.push(file);
    const found = await sumOf(join(folder, file)).catch(() => undefined);
    if (found !== sum) wrong.push(file);
  }
  return { files, wrong };
}
