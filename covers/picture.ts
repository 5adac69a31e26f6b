import { createHash } from 'node:crypto';
import { newId } from '../runtime/ids.ts';
import { type CoverVariant, coverVariants } from './variants.ts';

/** To be counted up where drawn covers come to look otherwise: then all are drawn anew, under other URLs. */
const design = 1;

const uploaded = /^[0-9a-f]{32}$/;
const drawn = /^drawn-[0-9a-f]{20}$/;

/** What a drawn cover shows. */
export interface TitlePage {
  title: string;
  authors: readonly string[];
}

/** A name for a picture that is being uploaded. No other ever has it. */
export const newPicture = (): string => newId().replaceAll('-', '');

/** The name of the picture that is drawn for a title and authors: the same for the same ones. */
export function drawnPicture({ title, authors }: TitlePage): string {
  const hash = createHash('sha256').update(JSON.stringify([design, title, authors]));
  return `drawn-${hash.digest('hex').slice(0, 20)}`;
}

/** Whether a text could name a picture. */
export const isPicture = (text: string): boolean => uploaded.test(text) || drawn.test(text);

/** Whether it is drawn, not uploaded. */
export const isDrawn = (picture: string): boolean => drawn.test(picture);

/** The file of a picture, in the store of files. */
export const coverFile = (picture: string, { width, format }: CoverVariant): string =>
  `covers/${picture.slice(-2)}/${picture}/${width}.${format}`;

/** All files that a picture may have. */
export const coverFiles = (picture: string): string[] =>
  coverVariants.map(variant => coverFile(picture, variant));

/** Where the picture of a book is found, as a path of the store; the format is agreed on by Accept. */
export const coverPath = (bookId: string, picture: string, width: number): string =>
  `/covers/${bookId}/${picture}/${width}`;
