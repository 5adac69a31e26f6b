import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { gatewaySettings } from '../gateway/env.ts';
import { authSettings } from '../subgraphs/auth/env.ts';
import { catalogSettings } from '../subgraphs/catalog/env.ts';
import { serverSettings, workerSettings } from '../subgraphs/purchase/env.ts';
import { parseSettings } from './settings.ts';

const sound = {
  INTERNAL_TOKEN_SECRET: 'a secret of more than thirty-two characters',
  DATABASE_URL_PURCHASE: 'mysql://purchase:secret@127.0.0.1:3306/purchase',
};

describe('settings', () => {
  test('have defaults where a default is safe', () => {
    expect(parseSettings(serverSettings, sound)).toMatchObject({
      settings: {
        PURCHASE_PORT: 4003,
        RESERVATION_SECONDS: 900,
        STORE_COUNTRY: 'CO',
        STORE_CURRENCY: { code: 'USD' },
      },
    });
  });

  test('are refused with every mistake at once, each saying what to do', () => {
    const wrong = {
      NODE_ENV: 'staging',
      INTERNAL_TOKEN_SECRET: 'short',
      DATABASE_URL_PURCHASE: 'postgres://x',
      CATALOG_URL: 'catalog:4002',
      STORE_CURRENCY: 'DOLLARS',
      STORE_COUNTRY: 'Colombia',
      RESERVATION_SECONDS: '15m',
      PURCHASE_PORT: '70000',
    };
    const result = parseSettings(serverSettings, wrong);
    if (!('mistakes' in result)) throw new Error('wrong settings were taken');
    expect(result.mistakes.map(mistake => mistake.split(':')[0]).sort()).toEqual(Object.keys(wrong).sort());
    for (const mistake of result.mistakes) expect(mistake).toMatch(/must /);
  });

  test('a secret that is missing is named, and never made up', () => {
    const result = parseSettings(serverSettings, { DATABASE_URL_PURCHASE: sound.DATABASE_URL_PURCHASE });
    expect(result).toEqual({ mistakes: ['INTERNAL_TOKEN_SECRET: is not set'] });
  });

  test('may come from a file, but not from both', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'secret');
    writeFileSync(file, `${sound.INTERNAL_TOKEN_SECRET}\n`);
    const { DATABASE_URL_PURCHASE } = sound;
    expect(
      parseSettings(serverSettings, { DATABASE_URL_PURCHASE, INTERNAL_TOKEN_SECRET_FILE: file }),
    ).toMatchObject({
      settings: { INTERNAL_TOKEN_SECRET: sound.INTERNAL_TOKEN_SECRET },
    });
    expect(parseSettings(serverSettings, { ...sound, INTERNAL_TOKEN_SECRET_FILE: file })).toEqual({
      mistakes: ['INTERNAL_TOKEN_SECRET and INTERNAL_TOKEN_SECRET_FILE are both set: keep one of them'],
    });
    const gone = parseSettings(serverSettings, {
      DATABASE_URL_PURCHASE,
      INTERNAL_TOKEN_SECRET_FILE: `${file}.gone`,
    });
    expect(gone).toMatchObject({ mistakes: [expect.stringContaining('cannot be read')] });
  });

  test('are all in the table of the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const all = {
      ...authSettings,
      ...catalogSettings,
      ...serverSettings,
      ...workerSettings,
      ...gatewaySettings,
    };
    const names = Object.keys(all);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter(name => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
