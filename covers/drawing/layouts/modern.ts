import type { Layout } from '../layout.ts';
import { line, rect } from '../ornaments.ts';
import { tileField } from '../tiles.ts';

/** Large type at the left, above a field of tiles. */
export const modern: Layout = ({ title, subtitle, author }, { ground, ink, accent }, chance) => {
  const size = chance.oneOf(120, 160, 240);
  const rows = 480 / size;
  const art = [
    rect(0, 0, 960, 1440, `fill="${ground}"`),
    `<g transform="translate(0 960)">${tileField(960 / size, rows, size, accent, chance)}</g>`,
    line(72, 130, 888, 130, `stroke="${ink}" stroke-width="5"`),
  ].join('');
  return {
    art,
    blocks: [
      {
        ...{ x: 72, y: 52, width: 816, height: 66 },
        paragraphs: [{ text: author }],
        ...{ largest: 54, smallest: 34, color: ink, align: 'left', vertical: 'end' },
      },
      {
        ...{ x: 72, y: 176, width: 816, height: 720 },
        paragraphs: [
          { text: title, weight: 800 },
          { text: subtitle, scale: 0.46, isItalic: true },
        ],
        ...{ largest: 210, smallest: 56, color: ink, align: 'left', vertical: 'start' },
      },
    ],
  };
};
