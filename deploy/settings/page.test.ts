import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { count } from '../../runtime/setting-types.ts';
import { parseSettings } from '../../runtime/settings.ts';
import { projectFolder } from '../local/places.ts';
import { allSettings } from './all-settings.ts';
import { variablesOf } from './deployment-variables.ts';
import { fixedLimits } from './fixed-limits.ts';
import { namesIn, namesInCode } from './names-in-code.ts';
import { settingsPage } from './page.ts';
import { factsOf } from './setting-facts.ts';
import { settingsByProcess } from './settings-by-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'bookstore-settings-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is read from the environment but is no setting of ours, and why. */
const others: Record<string, string> = {
  PATH: 'the system’s',
  HOME: 'the system’s',
  NODE_OPTIONS: 'Node’s; ours run without it',
  NODE_COMPILE_CACHE: 'Node’s; we set it',
  HEALTH_DIR: 'the image’s; it sets it',
  BUNDLE_DIR: 'the image’s; it sets it',
  APOLLO_TELEMETRY_DISABLED: 'Apollo’s; we set it',
  AWS_REGION: 'of AWS’s own tools',
};

/** What install.sh tells this program, and the bench its processes: an argument list by other means. */
const isInternal = (file: string) => file === 'deploy/vm/render.ts' || file.startsWith('bench/');

test('deploy/SETTINGS.md is what the code says', () => {
  expect(readFileSync(new URL('../SETTINGS.md', import.meta.url), 'utf8')).toBe(settingsPage());
});

test('it knows every setting that any program reads', () => {
  const known = new Set(Object.values(settingsByProcess).flatMap(shape => Object.keys(shape)));
  const found = namesInCode();
  const unknown = Array.from(found).filter(
    ([name, files]) =>
      !known.has(name.replace(/_FILE$/, '')) && !(name in others) && !files.every(isInternal),
  );
  expect(unknown).toEqual([]);
  // And none that nothing reads any more, nor an exception.
  expect([...known, ...Object.keys(others)].filter(name => !found.has(name))).toEqual([]);
});

test('a name is seen however it is read', () => {
  expect(
    namesIn('if (process.env.ONE) use(environment.TWO); const { THREE: x, FOUR = 2 } = process.env;'),
  ).toEqual(['ONE', 'TWO', 'THREE', 'FOUR']);
  expect(namesIn('readSettings({\n  FIVE_A: count(1, 2, 1),\n})')).toEqual(['FIVE_A']);
});

test('one without a description, or told in two ways, is refused: all of them at once', () => {
  const told = count(1, 2, 1).describe('One.');
  expect(() =>
    allSettings({
      first: { SILENT: count(1, 2, 1), DOUBLE: told, WELL: told },
      second: { DOUBLE: told.describe('Another.'), MUTE: z.string(), WELL: told },
    }),
  ).toThrow(
    /^SILENT \(first\) has no description.*\nDOUBLE is told in two ways: by first and by second\nMUTE \(second\) has no/,
  );
});

test('defaults, values and secrecy are found wherever they are said, and a default at its time', () => {
  const before = process.env.NODE_ENV;
  const schema = z
    .string()
    .meta({ values: 'a word', isSecret: true })
    .default(() => `in ${process.env.NODE_ENV}`)
    .transform(word => word.length)
    .describe('A word.');
  expect(factsOf(schema)).toEqual({
    description: 'A word.',
    values: 'a word',
    isSecret: true,
    fallback: `in ${before}`,
  });
  const [setting] = allSettings({ one: { WORD: schema } });
  expect(setting?.defaults.get('one')).toEqual({ usual: 'in development', production: 'in production' });
  expect(process.env.NODE_ENV).toBe(before);
  expect(factsOf(z.string()).fallback).toBeUndefined();
  expect(factsOf(z.string().optional()).fallback).toBeNull();
});

test.each(Object.entries<z.ZodRawShape>(settingsByProcess))(
  '%s reads each of its settings from a file too',
  (_, shape) => {
    for (const [name, schema] of Object.entries(shape)) {
      const file = join(folder, name);
      // What no setting takes says most: that it was read.
      writeFileSync(file, `${factsOf(schema).fallback ?? '¿'}\n`);
      const fromFile = parseSettings({ [name]: schema }, { [`${name}_FILE`]: file });
      const given = parseSettings({ [name]: schema }, { [name]: readFileSync(file, 'utf8').trim() });
      expect(fromFile).toEqual(given);
      expect(fromFile).not.toEqual({ mistakes: [`${name}: is not set`] });
    }
  },
);

test('a variable of a deployment that nobody has explained is refused', () => {
  const variable = (text: string) => `port: $\{${text}}`;
  expect(variablesOf('a file', variable('HTTP_PORT:-80') + variable('REPLICAS:?how many'))).toMatchObject([
    { name: 'HTTP_PORT', fallback: '80' },
    { name: 'REPLICAS', fallback: undefined },
  ]);
  expect(() => variablesOf('a file', variable('MYSTERY:-1'))).toThrow(/Say what MYSTERY of a file/);
});

test('a default that hangs on another setting is told in words', () => {
  const [cell] = settingsPage()
    .split('\n')
    .filter(line => line.startsWith('| `REGISTRATION_BY_MAIL`'));
  expect(cell).toMatch(/\| `true` with an SMTP_URL, else `false` +\|/);
});

test('what is fixed on purpose stands where it says', () => {
  for (const { what, file } of fixedLimits())
    expect({ what, isThere: existsSync(join(projectFolder, file)) }).toEqual({ what, isThere: true });
  const told = Object.fromEntries(fixedLimits().map(({ what, limit }) => [what, limit]));
  expect(told).toMatchObject({
    'the longest page of a list': '100',
    'the largest body of a request, but for covers': '100 kB',
    'the life of an access token': '300 s',
    'requests of one client (an IPv4 address, an IPv6 /64) by NGINX': '50 a second',
  });
});
