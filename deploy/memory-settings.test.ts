import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from './local/places.ts';
import { memorySettings } from './memory-settings.ts';

test('the image holds as little memory as the store does elsewhere', () => {
  const dockerfile = readFileSync(join(projectFolder, 'deploy/Dockerfile'), 'utf8');
  for (const [name, value] of Object.entries(memorySettings))
    expect(dockerfile).toContain(`\n    ${name}=${value} \\\n`);
});
