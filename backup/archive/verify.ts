import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphs } from '../../runtime/services.ts';
import { hasChecksums, isIntact } from '../binlog/binlog-event.ts';
import { eventType } from '../binlog/event-types.ts';
import { magic, readLogFile } from '../binlog/read-log-file.ts';
import { linesOf } from '../logs/lines.ts';
import type { LogLine } from '../logs/log-line.ts';
import { listSnapshots, type Snapshot, sumsFile } from './snapshots.ts';
import { checkSums } from './sums.ts';

async function snapshotProblems({ name, folder, manifest }: Snapshot): Promise<string[]> {
  const { files, wrong } = await checkSums(folder, sumsFile);
  const missing = subgraphs
    .flatMap(subgraph => manifest.databases[subgraph].tables.map(table => `${subgraph}/${table.name}.sql.gz`))
    .filter(file => !files.includes(file));
  return [...wrong, ...missing].map(file => `snapshot ${name}: ${file} is damaged or missing`);
}

/** Whether a file of a log holds whole events, each as its server wrote it, from its beginning to its end. */
async function isSound(file: string): Promise<boolean> {
  let checksums = false;
  let size = magic.length;
  for await (const event of readLogFile(file)) {
    if (event.type === eventType.formatDescription) checksums = hasChecksums(event);
    if (!isIntact(event, checksums)) return false;
    size += event.bytes.length;
  }
  return size === statSync(file).size;
}

async function lineProblems(line: LogLine): Promise<string[]> {
  const problems: string[] = [];
  for (const file of line.files()) {
    const sums = `${file}.sha256`;
    const isEnded = existsSync(join(line.folder, sums));
    const isWrong = isEnded && (await checkSums(line.folder, sums)).wrong.length > 0;
    if (isWrong || !(await isSound(join(line.folder, file)).catch(() => false)))
      problems.push(`${join(line.folder, file)} is damaged`);
  }
  return problems;
}

/** Everything in an archive that is not as it was written; empty for a sound one. The file that is written now may be told. */
export async function verifyArchive(archive: string): Promise<string[]> {
  const problems: string[] = [];
  for (const snapshot of listSnapshots(archive)) problems.push(...(await snapshotProblems(snapshot)));
  for (const subgraph of subgraphs)
    for (const line of linesOf(archive, subgraph)) problems.push(...(await lineProblems(line)));
  return problems;
}
