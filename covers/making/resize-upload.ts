import sharp, { type Metadata, type Sharp } from 'sharp';
import { type CoverVariant, coverVariants } from '../variants.ts';
import { encode } from './encode.ts';
import { CoverRefusal } from './refusal.ts';
import { uploadFormat } from './upload-format.ts';

const leastSide = 100;
const mostPixels = 50_000_000;
/** How high a cover may be for its width; what is longer is made smaller. */
const highest = 2;
const widest = 960;
const decodingSeconds = 15;

const broken = () =>
  new CoverRefusal(
    'COVER_INVALID',
    'The file cannot be read to its end as a picture: open it in a picture program, save it anew, and send that.',
  );

const unsupported = (message: string) => new CoverRefusal('COVER_FORMAT_UNSUPPORTED', message);

/** The picture in a file; refuses what is no single one of a sound size. Nothing is decoded for it but the file's head. */
async function readHead(content: Buffer): Promise<Sharp> {
  const format = uploadFormat(content);
  if (!format) throw unsupported('A cover is a JPEG, PNG, WebP or AVIF: save it as one of these.');
  const image = sharp(content, { limitInputPixels: mostPixels, failOn: 'error' });
  const head: Metadata = await image.metadata().catch(() => {
    throw broken();
  });
  if (head.format !== format || (format === 'heif' && head.compression !== 'av1')) throw broken();
  if ((head.pages ?? 1) > 1) throw unsupported('A cover does not move: save one picture of it.');
  const { width, height } = head;
  if (Math.min(width, height) < leastSide)
    throw new CoverRefusal('COVER_INVALID', `A cover has at least ${leastSide} pixels on each side.`);
  if (width * height > mostPixels)
    throw new CoverRefusal('COVER_INVALID', `A cover has at most ${mostPixels / 1e6} million pixels.`);
  return image;
}

/**
 * All files of a cover, made from what a seller sent: upright as its EXIF says, in sRGB, on white where it was
 * transparent, without a trace of its metadata. Rejects with a CoverRefusal where it is not taken.
 */
export async function resizeUpload(content: Buffer): Promise<(CoverVariant & { content: Buffer })[]> {
  const image = await readHead(content);
  const { data, info } = await image
    .autoOrient()
    .resize({ width: widest, height: widest * highest, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .timeout({ seconds: decodingSeconds })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw broken();
    });
  const { width, height, channels } = info;
  const files: (CoverVariant & { content: Buffer })[] = [];
  for (const variant of coverVariants) {
    const resized = sharp(data, { raw: { width, height, channels } }).resize({
      width: variant.width,
      withoutEnlargement: true,
    });
    files.push({ ...variant, content: await encode(resized, variant.format) });
  }
  return files;
}
