import type { Layout } from '../layout.ts';
import { line, rect } from '../ornaments.ts';
import { tileField } from '../tiles.ts';

/** A half binding: a spine of another cloth at the left, the title beside it. */
export const spine: Layout = (
  { title, subtitle, author },
  { ground, ink, accent, panel, panelInk },
  chance,
) => {
  const art = [
    rect(0, 0, 960, 1440, `fill="${ground}"`),
    rect(0, 0, 180, 1440, `fill="${panel}"`),
    `<g transform="translate(30 0)">${tileField(1, 12, 120, panelInk, chance)}</g>`,
    line(192, 0, 192, 1440, `stroke="${accent}" stroke-width="6"`),
    line(260, 1030, 440, 1030, `stroke="${accent}" stroke-width="8"`),
  ].join('');
  return {
    art,
    blocks: [
      {
        ...{ x: 260, y: 150, width: 630, height: 820 },
        paragraphs: [
          { text: title, weight: 800 },
          { text: subtitle, scale: 0.5, isItalic: true },
        ],
        ...{ largest: 150, smallest: 54, color: ink, align: 'left', vertical: 'end' },
      },
      {
        ...{ x: 260, y: 1080, width: 630, height: 220 },
        paragraphs: [{ text: author, isItalic: true }],
        ...{ largest: 66, smallest: 38, color: accent, align: 'left', vertical: 'start' },
      },
    ],
  };
};
