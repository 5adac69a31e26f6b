import type { Layout } from '../layout.ts';
import { rect, rosette } from '../ornaments.ts';

/** A rosette stamped on the cloth. Where there is no title that could be set, it is all there is, and large. */
export const medallion: Layout = ({ title, subtitle, author }, { ground, ink, accent }, chance) => {
  const isAlone = title === '';
  const [y, radius] = isAlone ? [author ? 620 : 720, 370] : [1000, 250];
  const art = [
    rect(0, 0, 960, 1440, `fill="${ground}"`),
    rect(56, 56, 848, 1328, `fill="none" stroke="${accent}" stroke-width="5"`),
    rosette(480, y, radius, accent, chance),
  ].join('');
  return {
    art,
    blocks: [
      {
        ...{ x: 120, y: 140, width: 720, height: 560 },
        paragraphs: [
          { text: title, weight: 800 },
          { text: subtitle, scale: 0.48, isItalic: true },
        ],
        ...{ largest: 150, smallest: 54, color: ink, align: 'center', vertical: 'center' },
      },
      {
        ...(isAlone
          ? { x: 130, y: 1090, width: 700, height: 210 }
          : { x: 130, y: 1264, width: 700, height: 96 }),
        paragraphs: [{ text: author, isItalic: true }],
        ...{ largest: isAlone ? 72 : 58, smallest: 34, color: accent, align: 'center', vertical: 'center' },
      },
    ],
  };
};
