import type { TitlePage } from '../picture.ts';
import type { CoverVariant } from '../variants.ts';
import type { CoverRefusalCode } from './refusal.ts';

/** What the process that makes pictures is asked for: all files of an upload, or one of a drawn cover. */
export type PictureJob =
  | { kind: 'resize'; content: Uint8Array }
  | { kind: 'draw'; titlePage: TitlePage; variant: CoverVariant };

/** One of the files that were made. */
export interface MadeFile extends CoverVariant {
  content: Uint8Array;
}

/** What it answers. */
export type PictureAnswer =
  | { kind: 'made'; files: MadeFile[] }
  | { kind: 'refused'; code: CoverRefusalCode; message: string }
  | { kind: 'failed'; reason: string };
