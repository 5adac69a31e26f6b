import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { prometheusPrograms } from '../../testing/prometheus-program.ts';
import { prometheusTest } from '../../testing/prometheus-test.ts';
import { allRules } from './alert-rules.ts';

const folder = import.meta.dirname;
const files = (of: string) => readdirSync(join(folder, of)).map(file => join(of, file));

function promtool(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(prometheusPrograms()?.promtool ?? 'promtool', args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, output: `${stdout}${stderr}` };
}

const testFile = z.object({
  tests: z.array(
    z.object({
      alert_rule_test: z.array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) })),
    }),
  ),
});

const expectations = files('rules-tests').flatMap(file =>
  testFile.parse(parse(readFileSync(join(folder, file), 'utf8'))).tests.flatMap(each => each.alert_rule_test),
);

const alerts = allRules().flatMap(({ alert, ...rule }) => (alert ? [{ alert, ...rule }] : []));

test('there are alerts, each of its own name', () => {
  expect(alerts.length).toBeGreaterThan(20);
  expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
});

describe.each(alerts)('$alert', ({ alert, labels, annotations }) => {
  test('is tested to fire, and to keep still', () => {
    const counts = expectations.filter(each => each.alertname === alert).map(each => each.exp_alerts.length);
    expect(counts.some(count => count > 0)).toBe(true);
    expect(counts.some(count => count === 0)).toBe(true);
  });

  test('says for whom it is, what happened, and where to read what to do', () => {
    expect(labels?.severity).toMatch(/^(page|ticket)$/);
    expect(annotations?.summary).toBeTruthy();
    const [file = '', anchor = ''] = annotations?.runbook.split('#') ?? [];
    expect(file).toBe('deploy/README.md');
    const anchors = Array.from(
      readFileSync(join(folder, '..', 'README.md'), 'utf8').matchAll(/^#+ (.+)$/gm),
      ([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
    );
    expect(anchors).toContain(anchor);
  });
});

prometheusTest('configuration and rules are sound', () => {
  for (const args of [
    ['check', 'config', 'prometheus.yml'],
    ['check', 'rules', ...files('rules')],
  ])
    expect(promtool(...args)).toMatchObject({ status: 0 });
});

prometheusTest('the rules do what their tests say', () => {
  const { status, output } = promtool('test', 'rules', ...files('rules-tests'));
  if (status !== 0) throw new Error(output);
  expect(output.match(/SUCCESS/g)).toHaveLength(files('rules-tests').length);
});
