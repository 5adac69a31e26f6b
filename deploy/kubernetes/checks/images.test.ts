import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { parse } from 'yaml';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { projectFolder } from '../../local/places.ts';
import { renderedOnce } from './planted.ts';

kubectlTest('the servers of the local overlay are of the versions of docker-compose.yml', async () => {
  const compose = readFileSync(join(projectFolder, 'docker-compose.yml'), 'utf8');
  const { services }: { services: Record<string, { image: string }> } = parse(compose, { merge: true });
  const { statefulSets } = await renderedOnce('local');
  expect(statefulSets.length).toBe(4);
  for (const { metadata, spec } of statefulSets)
    expect(spec?.template.spec?.containers[0]?.image).toBe(services[metadata?.name ?? '']?.image);
});
