import type { Layout } from '../layout.ts';
import { line, rect } from '../ornaments.ts';

/** Three bands, as on a paperback of the thirties: the title on the broad one in the middle. */
export const bands: Layout = ({ title, subtitle, author }, { ground, accent, ink, panel, panelInk }) => {
  const art = [
    rect(0, 0, 960, 1440, `fill="${ground}"`),
    rect(0, 400, 960, 700, `fill="${panel}"`),
    line(0, 378, 960, 378, `stroke="${accent}" stroke-width="8"`),
    line(0, 1122, 960, 1122, `stroke="${accent}" stroke-width="8"`),
    `<path d="M480 132L560 212L480 292L400 212Z" fill="none" stroke="${accent}" stroke-width="8"/>`,
    `<path d="M480 168L524 212L480 256L436 212Z" fill="${accent}"/>`,
  ].join('');
  return {
    art,
    blocks: [
      {
        ...{ x: 90, y: 440, width: 780, height: 620 },
        paragraphs: [
          { text: title, weight: 800 },
          { text: subtitle, scale: 0.46, isItalic: true },
        ],
        ...{ largest: 160, smallest: 54, color: panelInk, align: 'center', vertical: 'center' },
      },
      {
        ...{ x: 110, y: 1160, width: 740, height: 200 },
        paragraphs: [{ text: author, letterSpacing: 0.02 }],
        ...{ largest: 68, smallest: 40, color: ink, align: 'center', vertical: 'center' },
      },
    ],
  };
};
