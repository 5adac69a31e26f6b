import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { projectFolder } from '../../local/places.ts';
import { renderedOnce } from './planted.ts';
import { overlays } from './render.ts';
import { workloadsOf } from './workloads.ts';

const { version }: { version: string } = JSON.parse(
  readFileSync(join(projectFolder, 'package.json'), 'utf8'),
);
const component = 'app.kubernetes.io/component';

kubectlTest.each(overlays)('%s migrates in a Job of this version, and nowhere else', async overlay => {
  const objects = await renderedOnce(overlay);
  const migrating = workloadsOf(objects).filter(({ containers }) =>
    containers.some(({ args = [], command = [] }) => [...args, ...command].includes('migrate')),
  );
  expect(migrating.map(({ title }) => title)).toEqual([`Job migrate-${version}`]);
});

kubectlTest.each(overlays)('%s tells apart what roll-out applies one after another', async overlay => {
  const { jobs, deployments, ...others } = await renderedOnce(overlay);
  expect(jobs.map(({ metadata }) => metadata?.labels?.[component])).toEqual(['migration']);
  for (const { metadata } of deployments)
    expect(metadata?.labels?.[component]).toBe(metadata?.name === 'backup' ? 'backup' : 'process');
  for (const { metadata } of Object.values(others).flat())
    expect(['migration', 'process']).not.toContain(metadata?.labels?.[component]);
});
