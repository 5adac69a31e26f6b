import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LineTooLong, TooLate } from '../../runtime/line.ts';
import { createLogger } from '../../runtime/logger.ts';
import { twoColours } from '../../testing/pictures.ts';
import { MakerFailed, MakerTooSlow, PictureMaker } from './picture-maker.ts';

const logger = createLogger('test', 'silent');
const patient = { timeoutMilliseconds: 60_000, logger };
let maker: PictureMaker;

beforeEach(() => {
  maker = new PictureMaker(patient);
});
afterEach(() => maker.close());

const resize = async () => maker.make({ kind: 'resize', content: await twoColours('png') });

/** The processes that make pictures for this one. */
const children = (): number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(name => {
      try {
        const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return parent === String(process.pid) && command.includes('make-pictures');
      } catch {
        return false;
      }
    })
    .map(Number);

const killChildren = (): void => {
  for (const pid of children()) process.kill(pid, 'SIGKILL');
};

test('its process knows no secret, and comes back when it died', async () => {
  process.env.A_SECRET = 'not for decoders';
  expect(await resize()).toHaveLength(9);
  const [pid = 0, ...others] = children();
  expect(others).toEqual([]);
  const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
  expect(environment).toContain('PATH=');
  expect(environment).not.toContain('not for decoders');
  const underWay = maker.make({
    kind: 'draw',
    titlePage: { title: 'A', authors: ['B'] },
    variant: { width: 960, format: 'avif' },
  });
  killChildren();
  await expect(underWay).rejects.toThrow(MakerFailed);
  expect(await resize()).toHaveLength(9);
}, 60_000);

test('what takes too long is given up, and its process with it', async () => {
  maker.close();
  maker = new PictureMaker({ ...patient, timeoutMilliseconds: 1 });
  await expect(resize()).rejects.toThrow(MakerTooSlow);
});

test('one job after another; who would wait too long is told so', async () => {
  maker.close();
  maker = new PictureMaker({ ...patient, timeoutMilliseconds: 300 });
  const content = await twoColours('png', { width: 2_000, height: 2_000 });
  const jobs = Array.from({ length: 50 }, () => maker.make({ kind: 'resize', content }));
  const outcomes = await Promise.allSettled(jobs);
  const reasons = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(reasons.filter(reason => reason instanceof TooLate).length).toBeGreaterThan(0);
  const told = [TooLate, LineTooLong, MakerTooSlow];
  expect(reasons.every(reason => told.some(each => reason instanceof each))).toBe(true);
}, 60_000);

test('a refusal comes through with its code and its words', async () => {
  const refused = maker.make({ kind: 'resize', content: Buffer.from('text') });
  await expect(refused).rejects.toMatchObject({
    code: 'COVER_FORMAT_UNSUPPORTED',
    message: expect.stringMatching(/^A cover is a JPEG/),
  });
});
