import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { services } from '../../runtime/services.ts';
import { places, projectFolder } from '../local/places.ts';
import { runNode } from '../local/run-node.ts';
import { entryOf } from './entry-of.ts';
import { keepPlaces } from './keep-places.ts';
import { programs } from './programs.ts';

/** Where sources of the tests' own lie, below the project's folder, and what is made of them. */
const sources = '.data/test/bundle-sources';
const made = join(places.data, 'test', 'bundle-made');
const bundler = new URL('bundle-programs.ts', import.meta.url).href;
const noteModules = new URL('../../testing/note-modules.ts', import.meta.url).href;

beforeEach(() => {
  for (const folder of [join(projectFolder, sources), made]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
});

function write(name: string, text: string): void {
  const file = join(projectFolder, sources, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Bundles programs of these sources in a process of its own. */
const bundlePrograms = (...names: string[]) =>
  runNode(
    [
      '--input-type=module',
      '--eval',
      `const { bundlePrograms } = await import(${JSON.stringify(bundler)});
       const programs = ${JSON.stringify(Object.fromEntries(names.map(name => [name, `${sources}/${name}.ts`])))};
       console.log(JSON.stringify(await bundlePrograms(programs, ${JSON.stringify(made)})));`,
    ],
    {},
  );

const sourceMaps = z.object({ sources: z.array(z.string()) });

/** The files that a bundle in a folder is made of. */
const bundledIn = (folder: string): string[] =>
  globSync('**/*.map', { cwd: folder }).flatMap(file => {
    const { sources: from } = sourceMaps.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return from.map(source => resolve(folder, dirname(file), source));
  });

test.each(Object.keys(programs))('%s is in the bundle', name => {
  expect(existsSync(entryOf(name))).toBe(true);
});

/** What few stores use, or none. */
const seldom =
  /node_modules\/(@aws-sdk|sharp|node-fetch|make-fetch-happen|@apollo\/composition|@opentelemetry\/(sdk|exporter|resource))/;

test('there is one of GraphQL, and nothing of what few stores use', () => {
  const bundled = bundledIn(dirname(entryOf('gateway')));
  const ofGraphql = bundled.filter(file => /node_modules\/graphql\//.test(file));
  expect(ofGraphql.length).toBeGreaterThan(50);
  expect(ofGraphql.filter(file => !file.endsWith('.js'))).toEqual([]);
  expect(new Set(ofGraphql.map(file => file.split('node_modules/graphql/')[0])).size).toBe(1);
  expect(bundled.filter(file => seldom.test(file))).toEqual([]);
});

test.each(Object.keys(services))('%s loads few files at its start', async name => {
  const noted = join(made, 'modules');
  // It has all loaded when it finds that it lacks its settings.
  const { output } = await runNode(['--import', noteModules, entryOf(name)], {
    environment: { PATH: process.env.PATH, NOTED_MODULES: noted },
  });
  expect(output).toContain('The settings are wrong');
  expect(output).not.toContain('Warning');
  const files = readFileSync(noted, 'utf8')
    .split('\n')
    .filter(url => url.startsWith('file:'));
  expect(files.length).toBeGreaterThan(5);
  expect(files.length).toBeLessThan(120);
  expect(files.filter(url => seldom.test(url))).toEqual([]);
});

describe('what a package asks for by require(), and seldom uses,', () => {
  const asking = (text: string) => {
    write('node_modules/asking/index.js', text);
    write(
      'node_modules/ts-graphviz/index.js',
      `console.log('one is loaded'); exports.draw = () => 'drawn';\n`,
    );
    write(
      'node_modules/node-fetch/index.js',
      `console.log('another is loaded'); module.exports = () => 'fetched';\n`,
    );
    write('program.ts', `import { use } from 'asking';\nconsole.log('begun');\nuse();\n`);
  };

  test('is loaded when it is used, however it was imported', async () => {
    asking(
      `Object.defineProperty(exports, '__esModule', { value: true });
       const importDefault = mod => mod && mod.__esModule ? mod : { default: mod };
       const drawing = require('ts-graphviz');
       const client = importDefault(require('node-fetch'));
       exports.use = () => {
         console.log(drawing.draw(), drawing.draw());
         console.log(client.default());
       };`,
    );
    expect(await bundlePrograms('program')).toMatchObject({ code: 0 });
    expect(bundledIn(made).map(file => basename(dirname(file)))).not.toContain('ts-graphviz');
    expect(await runNode([join(made, 'program.mjs')], {})).toEqual({
      code: 0,
      output: 'begun\none is loaded\ndrawn drawn\nanother is loaded\nfetched\n',
    });
  });

  test('may be a function, or a class', async () => {
    asking(
      `const fetched = require('node-fetch');
       exports.use = () => {
         console.log(fetched(), new fetched('x').what);
       };`,
    );
    write(
      'node_modules/node-fetch/index.js',
      `console.log('it is loaded');
       module.exports = function (what) { return new.target ? { what } : 'fetched'; };`,
    );
    expect(await bundlePrograms('program')).toMatchObject({ code: 0 });
    expect(await runNode([join(made, 'program.mjs')], {})).toEqual({
      code: 0,
      output: 'begun\nit is loaded\nfetched x\n',
    });
  });

  test('is not asked for all of its names', async () => {
    asking(`exports.use = () => ({ ...require('ts-graphviz') });`);
    expect(await bundlePrograms('program')).toMatchObject({ code: 0 });
    const { code, output } = await runNode([join(made, 'program.mjs')], {});
    expect(code).toBe(1);
    expect(output).toContain('ts-graphviz/index.js is loaded when it is used');
  });
});

test('a program finds what lies beside its source, keeps the names of classes, and loads first what is imported first', async () => {
  write('first.ts', `Object.assign(globalThis, { order: ['first'] });\n`);
  write(
    'second.ts',
    `export class Person {}\nReflect.set(globalThis, 'order', [Reflect.get(globalThis, 'order'), 'second']);\n`,
  );
  // What two programs share is in a file of its own, which is loaded before theirs.
  write('another.ts', `import './second.ts';\n`);
  write('beside.txt', 'what lies beside');
  write(
    'program.ts',
    `import './first.ts';
     import { Person as Other } from './second.ts';
     import { readFileSync } from 'node:fs';
     class Person {}
     const text = readFileSync(new URL('beside.txt', import.meta.url), 'utf8');
     console.log(text, Person.name, Other.name, Reflect.get(globalThis, 'order').join());\n`,
  );
  expect(await bundlePrograms('program', 'another')).toMatchObject({ code: 0 });
  expect(await runNode([join(made, 'program.mjs')], {})).toEqual({
    code: 0,
    output: 'what lies beside Person Person first,second\n',
  });
});

test('a file of which constants alone are used is among those that went in', async () => {
  write('limits.ts', 'export const most = 5;\n');
  write('program.ts', `import { most } from './limits.ts';\nconsole.log(most);\n`);
  const { code, output } = await bundlePrograms('program');
  expect(code).toBe(0);
  expect(JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')).toEqual([
    `${sources}/limits.ts`,
    `${sources}/program.ts`,
  ]);
});

test('a stack tells the lines of the sources where it is asked to', async () => {
  write(
    'program.ts',
    `interface Unused {\n  a: string;\n}\n\nexport const one = 1;\nthrow new Error('lost');\n`,
  );
  await bundlePrograms('program');
  const { output } = await runNode(['--enable-source-maps', join(made, 'program.mjs')], {});
  expect(output).toContain(`${sources}/program.ts:6`);
});

test('a program takes one byte of memory for each of its characters', async () => {
  write('program.ts', `console.log('\u2013 \u00e9 \u{1f4da}'.length, '\u2013');\n`);
  await bundlePrograms('program');
  const file = join(made, 'program.mjs');
  expect(readFileSync(file, 'latin1')).toMatch(/^[\0-\x7f]*$/);
  expect((await runNode([file], {})).output).toBe('6 \u2013\n');
});

test('what cannot be bundled is told, by its file', async () => {
  write('program.ts', `import './nowhere.ts';\n`);
  const missing = await bundlePrograms('program');
  expect(missing.code).toBe(1);
  expect(missing.output).toContain('nowhere.ts');
  write('program.ts', 'const = 1;\n');
  const broken = await bundlePrograms('program');
  expect(broken.code).toBe(1);
  expect(broken.output).toContain('program.ts');
});

test('a place is kept whatever is in its name', () => {
  expect(
    keepPlaces('f(import.meta.dirname, import.meta.filename, import.meta.url);', "/a $& $' b/c.ts"),
  ).toBe(`f("/a $& $' b", "/a $& $' b/c.ts", "file:///a%20$&%20$'%20b/c.ts");`);
});

test('what a file loads by a require of its own is in the bundle, once', () => {
  const makes = 'const require = createRequire(import.meta.url);';
  expect(keepPlaces(`${makes}\nconst { shield } = require('graphql-shield');`, '/store/a.ts')).toBe(
    `\nconst { shield } = require('graphql-shield');`,
  );
  expect(keepPlaces(`${makes}\nrequire.resolve('font');`, '/store/a.ts')).toContain('"file:///store/a.ts"');
  expect(() => keepPlaces(`${makes}\nrequire('a');\nrequire.resolve('b');`, '/store/a.ts')).toThrow();
});
