import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startFakeS3 } from '../../testing/fake-s3.ts';
import { S3Store } from './s3-store.ts';

const content = Buffer.from('a picture');
let s3: Awaited<ReturnType<typeof startFakeS3>>;
let store: S3Store;

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'key';
  process.env.AWS_SECRET_ACCESS_KEY = 'secret';
  s3 = await startFakeS3('pictures');
  store = await S3Store.open({
    bucket: 'pictures',
    region: 'eu-west-1',
    endpoint: s3.endpoint,
    prefix: 'shop/',
  });
});
afterAll(() => s3.stop());

test('what was written under a name is read under it, and gone when it was removed', async () => {
  await store.check('write');
  await store.write('covers/ab/one/240.avif', content);
  expect(s3.objects.get('shop/covers/ab/one/240.avif')).toEqual(content);
  expect(await store.read('covers/ab/one/240.avif')).toEqual(content);
  expect(await store.read('covers/ab/one/480.avif')).toBeNull();
  await store.remove(['covers/ab/one/240.avif', 'covers/ab/one/480.avif']);
  expect(await store.read('covers/ab/one/240.avif')).toBeNull();
});

test('a store that fails is no store without the file, and the check says what it needs', async () => {
  s3.answerWith(500);
  await expect(store.read('covers/ab/one/240.avif')).rejects.toThrow();
  await expect(store.check('write')).rejects.toThrow(
    /^FILES_S3_BUCKET: cannot write in pictures .*s3:PutObject/,
  );
  s3.answerWith(undefined);
}, 30_000);
