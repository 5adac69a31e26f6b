import { readFileSync, writeFileSync } from 'node:fs';
import { settingsPage } from './page.ts';

// Makes deploy/SETTINGS.md; with --check it only says that it is stale, and exits 1.

const file = new URL('../SETTINGS.md', import.meta.url);
const page = settingsPage();

const current = (): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

if (current() === page) console.log('deploy/SETTINGS.md tells what the code says.');
else if (process.argv.includes('--check')) {
  console.error('deploy/SETTINGS.md is stale: npm run check -- --fix makes it anew.');
  process.exitCode = 1;
} else {
  writeFileSync(file, page);
  console.log('deploy/SETTINGS.md made');
}
