import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

// Stands for kubectl and a cluster in which every process is in its third revision.
const kubectl = `#!/bin/bash
echo "$*" >> "$CALLS"
case "$*" in
  "apply "*component=migration*) echo job.batch/migrate-0.1.0 ;;
  "get job.batch/migrate-0.1.0 "*"$MIGRATION"*) printf True ;;
  "get deployments "*name=gateway*) echo "gateway 3" ;;
  "get deployments "*name!=gateway*) printf '%s\\n' "auth 3" "catalog 3" ;;
  "rollout status "*) [ -z "$UNREADY" ] || ! grep --quiet --regexp="$UNREADY" "$CALLS" ;;
esac
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookstore-roll-out-'));
  writeFileSync(join(folder, 'kubectl'), kubectl);
  chmodSync(join(folder, 'kubectl'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Cluster {
  /** How the migration ends. */
  migration?: 'Complete' | 'Failed';
  /** Processes do not become ready once this was applied. */
  unready?: string;
}

/** Rolls out to such a cluster: how it ended, what it said, and each thing that it did, in short. */
function rollOut(args: string[], { migration = 'Complete', unready = '' }: Cluster = {}) {
  const calls = join(folder, 'calls');
  const env = {
    ...process.env,
    PATH: `${folder}:${process.env.PATH}`,
    CALLS: calls,
    MIGRATION: migration,
    UNREADY: unready,
  };
  const { status, stderr } = spawnSync(join(import.meta.dirname, 'roll-out'), args, {
    env,
    encoding: 'utf8',
  });
  const done = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
  const changes = done.filter(call => !call.startsWith('get '));
  return {
    status,
    stderr,
    steps: changes.map(call => call.replace(/ --namespace bookstore.*| --kustomize \S+ --selector/g, '')),
    done,
  };
}

const apply = 'apply app.kubernetes.io';
const wait = 'rollout status deployment --selector app.kubernetes.io/component=process';

test('what processes need comes first, then the migration, then the subgraphs, the gateway, the backups', () => {
  const { status, steps, done } = rollOut(['eks', '--context', 'there']);
  expect(status).toBe(0);
  expect(steps).toEqual([
    `${apply}/component notin (process, migration, backup)`,
    `${apply}/component=migration -o name`,
    `${apply}/component=process,app.kubernetes.io/name!=gateway`,
    wait,
    `${apply}/component=process,app.kubernetes.io/name=gateway`,
    wait,
    `${apply}/component notin (process, migration)`,
  ]);
  for (const call of done) expect(call).toMatch(/ --namespace bookstore --context there$/);
});

test('where the migration fails, no process is changed', () => {
  const { status, steps, stderr } = rollOut(['local'], { migration: 'Failed' });
  expect(status).toBe(1);
  expect(stderr).toContain('The migration failed: nothing else was changed.');
  expect(steps).toEqual([
    `${apply}/component notin (process, migration, backup)`,
    `${apply}/component=migration -o name`,
    'logs job.batch/migrate-0.1.0 --all-pods --all-containers --tail=50',
  ]);
});

test.each([
  ['subgraphs', 'name!=gateway', 4],
  ['the gateway', 'component=process.*name=gateway', 6],
])('where %s do not become ready all go back to what ran before', (_, unready, applied) => {
  const { status, steps, stderr } = rollOut(['eks'], { unready: `^apply .*${unready}` });
  expect(status).toBe(1);
  expect(stderr).toContain('back to what ran before');
  expect(steps.slice(applied)).toEqual([
    'rollout undo deployment/gateway --to-revision=3',
    'rollout undo deployment/auth --to-revision=3',
    'rollout undo deployment/catalog --to-revision=3',
  ]);
});

test('an overlay that does not exist is told, and nothing is done', () => {
  const { status, stderr, done } = rollOut(['nowhere']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/OVERLAY is one of: eks local$/m);
  expect(done).toEqual([]);
});
