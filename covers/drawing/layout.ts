import type { Chance } from './chance.ts';
import type { Palette } from './palettes.ts';
import type { TextBlock } from './text-block.ts';
import type { Words } from './words.ts';

/** A cover without its text: SVG in coverSize, and where the text goes. */
export interface LaidOut {
  art: string;
  blocks: TextBlock[];
}

/** One way to lay a cover out. */
export type Layout = (words: Words, palette: Palette, chance: Chance) => LaidOut;
