import { spawnSync } from 'node:child_process';
import { installDependenciesOf } from '../deploy/local/install-dependencies.mjs';

// `npm run check`: types, lint, format, stale files and secrets. With --fix it mends what can be mended by itself.

const fix = process.argv.includes('--fix');
const bin = (name: string) => `node_modules/.bin/${name}`;

const checks: [name: string, command: string, args: string[]][] = [
  ['the SDL and what is made from it', process.execPath, ['schema/generate.ts', ...(fix ? [] : ['--check'])]],
  [
    'the dashboard and the tables of metrics and alerts',
    process.execPath,
    ['deploy/monitoring/generate.ts', ...(fix ? [] : ['--check'])],
  ],
  [
    'the page of all settings',
    process.execPath,
    ['deploy/settings/generate.ts', ...(fix ? [] : ['--check'])],
  ],
  ['lint and format', bin('biome'), fix ? ['check', '--write'] : ['check', '--error-on-warnings']],
  ['secrets', process.execPath, ['.ci/scan-secrets.ts']],
  ['types', bin('tsc'), ['-p', '.']],
  ['types of the playground', bin('tsc'), ['-p', 'gateway/playground']],
  ['types of the shop', bin('tsc'), ['-p', 'storefront']],
  ['types of deploy/aws', bin('tsc'), ['-p', 'deploy/aws']],
];

await installDependenciesOf('deploy/aws');
await installDependenciesOf('deploy/kubernetes');

const failed = checks.filter(([name, command, args]) => {
  const began = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return status !== 0;
});

if (failed.length > 0) {
  console.error(
    `Not sound: ${failed.map(([name]) => name).join('; ')}. npm run check -- --fix mends what it can.`,
  );
  process.exitCode = 1;
}
