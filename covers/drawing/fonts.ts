import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font, FontStyle, FontWeight } from 'satori';

const require = createRequire(import.meta.url);

/** The parts that Alegreya comes in: together Latin, Greek and Cyrillic with all their accents. */
const parts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'];

const faces: [weight: FontWeight, style: FontStyle][] = [
  [500, 'normal'],
  [500, 'italic'],
  [800, 'normal'],
];

const fileOf = (part: string, weight: FontWeight, style: FontStyle): string =>
  require.resolve(`@fontsource/alegreya/files/alegreya-${part}-${weight}-${style}.woff`);

// A family a part: satori takes each sign from the first family that has it.
const familyOf = (part: string): string => `Alegreya ${part}`;

/** As CSS has it. */
export const fontFamily = parts.map(familyOf).join(', ');

/** Alegreya (SIL Open Font License) in the faces that covers are set in. */
export const fonts: readonly Font[] = faces.flatMap(([weight, style]) =>
  parts.map(part => ({
    name: familyOf(part),
    data: readFileSync(fileOf(part, weight, style)),
    weight,
    style,
  })),
);
