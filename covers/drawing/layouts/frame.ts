import type { Layout } from '../layout.ts';
import { divider, rect } from '../ornaments.ts';

/** A binding with gilt borders: the title above the middle, a small ornament, the author below. */
export const frame: Layout = ({ title, subtitle, author }, { ground, ink, accent }, chance) => {
  const stroke = (width: number) => `fill="none" stroke="${accent}" stroke-width="${width}"`;
  const corners = [
    [118, 118],
    [842, 118],
    [118, 1322],
    [842, 1322],
  ].map(
    ([x = 0, y = 0]) =>
      `<circle cx="${x}" cy="${y}" r="26" ${stroke(4)}/><circle cx="${x}" cy="${y}" r="9" fill="${accent}"/>`,
  );
  const isDouble = chance.below(2) === 0;
  const art = [
    rect(0, 0, 960, 1440, `fill="${ground}"`),
    rect(64, 64, 832, 1312, stroke(10)),
    ...(isDouble ? [rect(88, 88, 784, 1264, stroke(3)), ...corners] : [rect(84, 84, 792, 1272, stroke(3))]),
    divider(480, 990, 360, accent),
  ].join('');
  return {
    art,
    blocks: [
      {
        ...{ x: 150, y: 210, width: 660, height: 700 },
        paragraphs: [
          { text: title, weight: 800 },
          { text: subtitle, scale: 0.5, isItalic: true },
        ],
        ...{ largest: 150, smallest: 56, color: ink, align: 'center', vertical: 'center' },
      },
      {
        ...{ x: 150, y: 1050, width: 660, height: 220 },
        paragraphs: [{ text: author, isItalic: true }],
        ...{ largest: 66, smallest: 40, color: accent, align: 'center', vertical: 'start' },
      },
    ],
  };
};
