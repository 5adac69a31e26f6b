import type { FontWeight } from 'satori';

/** A piece of text with one look. */
export interface Paragraph {
  text: string;
  /** Its size, as a part of that of its block. */
  scale?: number;
  weight?: FontWeight;
  isItalic?: boolean;
  /** In ems. */
  letterSpacing?: number;
  color?: string;
}

/** Text in a box, in pixels of a cover that is 960 wide and 1440 high: as large as fits. */
export interface TextBlock {
  x: number;
  y: number;
  width: number;
  height: number;
  paragraphs: readonly Paragraph[];
  /** Font sizes in pixels. What does not fit in the smallest one is cut, with an ellipsis. */
  largest: number;
  smallest: number;
  color: string;
  align: 'left' | 'center';
  vertical: 'start' | 'center' | 'end';
}

export const coverSize = { width: 960, height: 1440 };
