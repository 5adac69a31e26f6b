import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// lint.ts FILE…: what GitHub's own language service finds wrong in workflows and actions, a line each; exit code 1.

// It was written for a bundler, and imports its JSON without saying that it is JSON, which Node wants to hear.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

for (const file of process.argv.slice(2)) {
  const url = pathToFileURL(resolve(file)).href;
  const document = TextDocument.create(url, 'yaml', 1, readFileSync(file, 'utf8'));
  for (const { range, message } of await validate(document)) {
    console.log(`${file}:${range.start.line + 1}: ${message}`);
    process.exitCode = 1;
  }
}
