import type { Sharp } from 'sharp';
import type { CoverFormat } from '../variants.ts';

const patienceSeconds = 15;

/** How each format is written: what a reader cannot tell from the picture itself, in as few bytes. */
const written: Record<CoverFormat, (image: Sharp) => Sharp> = {
  avif: image => image.avif({ quality: 55, effort: 2 }),
  webp: image => image.webp({ quality: 78, effort: 4 }),
  jpeg: image => image.jpeg({ quality: 80, mozjpeg: true }),
};

/** The picture as a file of that format. */
export const encode = (image: Sharp, format: CoverFormat): Promise<Buffer> =>
  written[format](image).timeout({ seconds: patienceSeconds }).toBuffer();
