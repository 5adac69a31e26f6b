import type { Layout } from '../layout.ts';
import { divider, line, rect } from '../ornaments.ts';
import { tileField } from '../tiles.ts';

/** Patterned cloth with a paper label on it. */
export const label: Layout = ({ title, subtitle, author }, { ground, accent, panel, panelInk }, chance) => {
  const size = chance.oneOf(80, 96, 120);
  const columns = Math.ceil(960 / size);
  const rows = Math.ceil(1440 / size);
  const art = [
    rect(0, 0, 960, 1440, `fill="${ground}"`),
    `<g opacity="0.2">${tileField(columns, rows, size, accent, chance)}</g>`,
    rect(118, 208, 724, 800, `fill="${panel}"`),
    rect(142, 232, 676, 752, `fill="none" stroke="${panelInk}" stroke-width="4"`),
    line(154, 244, 806, 244, `stroke="${panelInk}" stroke-width="1.5"`),
    divider(480, 800, 280, panelInk),
  ].join('');
  return {
    art,
    blocks: [
      {
        ...{ x: 186, y: 276, width: 588, height: 476 },
        paragraphs: [
          { text: title, weight: 800 },
          { text: subtitle, scale: 0.5, isItalic: true },
        ],
        ...{ largest: 128, smallest: 46, color: panelInk, align: 'center', vertical: 'center' },
      },
      {
        ...{ x: 186, y: 836, width: 588, height: 124 },
        paragraphs: [{ text: author, isItalic: true }],
        ...{ largest: 58, smallest: 36, color: panelInk, align: 'center', vertical: 'start' },
      },
    ],
  };
};
