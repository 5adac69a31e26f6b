import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { halves, plain, twoColours } from '../../testing/pictures.ts';
import { CoverRefusal } from './refusal.ts';
import { resizeUpload } from './resize-upload.ts';

const refusalOf = async (content: Buffer): Promise<string> =>
  resizeUpload(content).then(
    () => 'taken',
    error => (error instanceof CoverRefusal ? error.code : String(error)),
  );

const exif = {
  IFD0: { Make: 'Camera of Ana', Copyright: 'Ana' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '4/1 36/1 35/1' },
};

test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
  '%s becomes three widths in three formats, upright and in its colours',
  async format => {
    const files = await resizeUpload(await twoColours(format, { width: 1200, height: 1600 }));
    expect(files.map(file => `${file.width} ${file.format}`)).toEqual([
      ...['240 avif', '240 webp', '240 jpeg', '480 avif', '480 webp', '480 jpeg'],
      ...['960 avif', '960 webp', '960 jpeg'],
    ]);
    for (const { width, format: made, content } of files) {
      const head = await sharp(content).metadata();
      expect([head.format === 'heif' ? head.compression : head.format, head.width, head.height]).toEqual([
        made === 'avif' ? 'av1' : made,
        width,
        (width * 4) / 3,
      ]);
      expect(await halves(content)).toEqual(['red', 'blue']);
    }
  },
);

test('EXIF says which side is up, and goes, as do places, profiles and all else that is not the picture', async () => {
  const lying = await sharp(await twoColours('jpeg'))
    .withExif(exif)
    .withMetadata({ orientation: 3 })
    .withIccProfile('p3')
    .toBuffer();
  expect((await sharp(lying).metadata()).icc).toBeDefined();
  for (const { content } of await resizeUpload(lying)) {
    const { exif: left, icc, xmp, iptc, orientation } = await sharp(content).metadata();
    expect({ left, icc, xmp, iptc, orientation }).toEqual({});
    expect(content.includes('Camera of Ana')).toBe(false);
    expect(await halves(content)).toEqual(['blue', 'red']);
  }
});

test('what is transparent is white', async () => {
  const clear = await sharp({
    create: { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  const [file] = await resizeUpload(clear);
  expect(await halves(file?.content ?? Buffer.alloc(0))).toEqual(['255,255,255', '255,255,255']);
});

test('a small picture is not made larger, and one as long as a scroll is made narrower', async () => {
  const sizes = async (content: Buffer) =>
    Promise.all(
      (await resizeUpload(content))
        .filter(({ format }) => format === 'jpeg')
        .map(async file => {
          const { width, height } = await sharp(file.content).metadata();
          return `${width}x${height}`;
        }),
    );
  expect(await sizes(await twoColours('png', { width: 300, height: 300 }))).toEqual([
    '240x240',
    '300x300',
    '300x300',
  ]);
  expect(await sizes(await twoColours('png', { width: 1000, height: 8000 }))).toEqual([
    '240x1920',
    '240x1920',
    '240x1920',
  ]);
});

test.each<[what: string, code: string, content: () => Promise<Buffer>]>([
  ['nothing', 'COVER_FORMAT_UNSUPPORTED', async () => Buffer.alloc(0)],
  ['text', 'COVER_FORMAT_UNSUPPORTED', async () => Buffer.from('GIF89a, no, just text')],
  [
    'SVG',
    'COVER_FORMAT_UNSUPPORTED',
    async () =>
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="9" height="9"/></svg>',
      ),
  ],
  ['GIF', 'COVER_FORMAT_UNSUPPORTED', () => twoColours('gif')],
  ['TIFF', 'COVER_FORMAT_UNSUPPORTED', () => twoColours('tiff')],
  [
    'what moves',
    'COVER_FORMAT_UNSUPPORTED',
    async () =>
      sharp([await twoColours('png'), await plain(300, 400, '#00ff00').png().toBuffer()], {
        join: { animated: true },
      })
        .webp({ delay: [100, 100], loop: 0 })
        .toBuffer(),
  ],
  [
    'a GIF that says it is a PNG',
    'COVER_INVALID',
    async () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), await twoColours('gif')]),
  ],
  [
    'a JPEG cut short',
    'COVER_INVALID',
    async () => (await twoColours('jpeg', { width: 900, height: 900 })).subarray(0, 4000),
  ],
  ['a PNG cut short', 'COVER_INVALID', async () => (await noise('png')).subarray(0, 60_000)],
  ['a WebP cut short', 'COVER_INVALID', async () => (await noise('webp')).subarray(0, 5_000)],
  ['an AVIF cut short', 'COVER_INVALID', async () => (await noise('avif')).subarray(0, 5_000)],
  ['one without its pixels', 'COVER_INVALID', async () => (await twoColours('png')).subarray(0, 40)],
  ['too small a one', 'COVER_INVALID', () => twoColours('png', { width: 99, height: 400 })],
])('%s is refused: %s', async (_, code, content) => {
  expect(await refusalOf(await content())).toBe(code);
});

/** A picture that does not compress. */
const noise = (format: 'png' | 'webp' | 'avif'): Promise<Buffer> =>
  sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .toFormat(format)
    .toBuffer();

test('a head that lies about its size does not have so much memory taken', async () => {
  const content = await plain(200, 200, '#ffffff').png().toBuffer();
  content.writeUInt32BE(60_000, 16);
  content.writeUInt32BE(60_000, 20);
  const before = process.memoryUsage.rss();
  expect(await refusalOf(content)).toBe('COVER_INVALID');
  expect(process.memoryUsage.rss() - before).toBeLessThan(200e6);
});
