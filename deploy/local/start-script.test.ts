import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { services } from '../../runtime/services.ts';

test('npm start refuses the same port that the gateway would listen on', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(scripts.start).toContain(`--free-port ${services.gateway.port} `);
});
