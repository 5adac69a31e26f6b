import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../local/places.ts';

const asProperty = /\benv(?:ironment)?\.([A-Z][A-Z0-9_]*)\b/g;
const asBinding = /\{([^{}]*)\} = process\.env\b/g;
const asKey = /^\s+([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*): /gm;
const isShape = /\b(?:read|parse)Settings\(|Settings = \{/;

/** The names of settings that a program reads from its environment, as far as its text tells. */
export function namesIn(text: string): string[] {
  const names = Array.from(text.matchAll(asProperty), ([, name = '']) => name);
  for (const [, bindings = ''] of text.matchAll(asBinding))
    names.push(...bindings.split(',').map(binding => binding.trim().split(/[:\s=]/)[0] ?? ''));
  if (isShape.test(text)) names.push(...Array.from(text.matchAll(asKey), ([, name = '']) => name));
  return names.filter(name => /^[A-Z]/.test(name));
}

const files = ['**/*.{ts,mjs,tsx}', '.ci/*.ts'];
const except = /(^|\/)(node_modules|\.data|dist)\/|\.test\.ts$|\.d\.mts$|^gateway\/playground\//;

/** The same for every program of the project but the tests: the files that read each name. */
export function namesInCode(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const paths = globSync(files, { cwd: projectFolder, exclude: path => except.test(`${path}/`) });
  for (const path of paths.filter(each => !except.test(each)))
    for (const name of new Set(namesIn(readFileSync(join(projectFolder, path), 'utf8'))))
      found.set(name, [...(found.get(name) ?? []), path]);
  return found;
}
