import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectFolder } from '../deploy/local/places.ts';
import { runToEnd } from '../deploy/local/run-to-end.ts';
import { serverSettings } from '../subgraphs/purchase/env.ts';
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

  test('an empty file is as good as none', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'empty');
    writeFileSync(file, '\n');
    const { DATABASE_URL_PURCHASE } = sound;
    expect(parseSettings(serverSettings, { ...sound, AMQP_URL_FILE: file })).toMatchObject({
      settings: { DATABASE_URL_PURCHASE },
    });
    expect(
      parseSettings(serverSettings, { DATABASE_URL_PURCHASE, INTERNAL_TOKEN_SECRET_FILE: file }),
    ).toEqual({
      mistakes: ['INTERNAL_TOKEN_SECRET: is not set'],
    });
  });

  test('what follows from another setting does not where that one is a file and empty, as on a VM without mail', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'));
    const fileOf = (content: string) => {
      const file = join(folder, `mail-${content.length}`);
      writeFileSync(file, content);
      return file;
    };
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const program = `import { parseSettings } from './runtime/settings.ts';
      import { authSettings } from './subgraphs/auth/env.ts';
      console.log(JSON.stringify(parseSettings(authSettings, process.env)));`;
    const run = async (environment: Record<string, string>) => {
      const { output } = await runToEnd({
        program: process.execPath,
        args: ['--input-type=module', '--eval', program],
        folder: projectFolder,
        environment: {
          INTERNAL_TOKEN_SECRET: sound.INTERNAL_TOKEN_SECRET,
          DATABASE_URL_AUTH: 'mysql://auth:secret@127.0.0.1:3306/auth',
          AUTH_SIGNING_KEY_FILE: fileOf(key),
          ...environment,
        },
      });
      return JSON.parse(output);
    };
    const byMail = (given: boolean) => ({ settings: { REGISTRATION_BY_MAIL: given } });
    expect(await run({ SMTP_URL_FILE: fileOf(''), ADMIN_EMAIL_FILE: fileOf('\n') })).toMatchObject(
      byMail(false),
    );
    const mail = { SMTP_URL_FILE: fileOf('smtp://mail.example:587'), STORE_URL: 'https://books.example' };
    expect(await run(mail)).toMatchObject(byMail(true));
    expect(
      await run({ SMTP_URL_FILE: join(folder, 'gone'), STORE_URL: 'https://books.example' }),
    ).toMatchObject({
      mistakes: [expect.stringContaining('SMTP_URL_FILE names')],
    });
  });

  test('NODE_ENV may come from a file too, also for what depends on it', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'environment');
    writeFileSync(file, 'production\n');
    const program = `import './runtime/node-env.ts';
      const { parseSettings } = await import('./runtime/settings.ts');
      const { gatewaySettings } = await import('./gateway/env.ts');
      console.log(JSON.stringify([process.env.NODE_ENV ?? null, parseSettings(gatewaySettings, process.env)]));`;
    const run = async (environment: Record<string, string>) => {
      const { output } = await runToEnd({
        program: process.execPath,
        args: ['--input-type=module', '--eval', program],
        folder: projectFolder,
        environment: { INTERNAL_TOKEN_SECRET: sound.INTERNAL_TOKEN_SECRET, ...environment },
      });
      return JSON.parse(output);
    };
    expect(await run({ NODE_ENV_FILE: file })).toMatchObject([
      'production',
      { settings: { NODE_ENV: 'production', PLAYGROUND: false, DRAIN_SECONDS: 3 } },
    ]);
    expect(await run({})).toMatchObject([null, { settings: { PLAYGROUND: true, DRAIN_SECONDS: 0 } }]);
    expect(await run({ NODE_ENV_FILE: `${file}.gone` })).toMatchObject([
      null,
      { mistakes: [expect.stringContaining('NODE_ENV_FILE names')] },
    ]);
  });
});
