import sharp from 'sharp';
import { encode } from '../making/encode.ts';
import type { TitlePage } from '../picture.ts';
import type { CoverVariant } from '../variants.ts';
import { Chance } from './chance.ts';
import { bands } from './layouts/bands.ts';
import { frame } from './layouts/frame.ts';
import { label } from './layouts/label.ts';
import { medallion } from './layouts/medallion.ts';
import { modern } from './layouts/modern.ts';
import { spine } from './layouts/spine.ts';
import { palettes } from './palettes.ts';
import { typeset } from './typeset.ts';
import { wordsOf } from './words.ts';

/** What light does on a bound book: a crease where the board is hinged, and edges that turn away. */
const light = `<defs><linearGradient id="light"><stop offset="0" stop-color="#000" stop-opacity="0.28"/>
  <stop offset="0.022" stop-color="#fff" stop-opacity="0.1"/><stop offset="0.034" stop-color="#000" stop-opacity="0.2"/>
  <stop offset="0.05" stop-color="#fff" stop-opacity="0.07"/><stop offset="0.12" stop-color="#fff" stop-opacity="0"/>
  <stop offset="0.97" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.14"/>
  </linearGradient></defs><rect width="960" height="1440" fill="url(#light)"/>`;

/**
 * A cover as SVG, so many pixels wide, its text as paths, in a palette and a layout that hang on title and authors alone. Words in scripts
 * that the font has not (Chinese, Arabic, …) are left out; without a title there is a large ornament in its place.
 */
export async function coverSvg(titlePage: TitlePage, width: number): Promise<string> {
  const words = await wordsOf(titlePage);
  const chance = new Chance(titlePage);
  const palette = chance.oneOf(...palettes);
  const chosen = chance.oneOf(frame, label, bands, medallion, modern, spine);
  const layout = words.title ? chosen : medallion;
  const { art, blocks } = layout(words, palette, chance);
  const text = await typeset(blocks);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 1440" width="${width}" height="${width * 1.5}">${art}${text}${light}</svg>`;
}

/** One file of a drawn cover, 2 wide and 3 high. */
export async function drawCover(titlePage: TitlePage, { width, format }: CoverVariant): Promise<Buffer> {
  const svg = await coverSvg(titlePage, width);
  return encode(sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }), format);
}
