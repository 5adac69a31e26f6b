/** The widths that each cover is there in, in pixels, the smallest first. */
export const coverWidths = [240, 480, 960] as const;

export type CoverWidth = (typeof coverWidths)[number];

/** The formats that each cover is there in, the smallest first; JPEG is what everybody reads. */
export const coverFormats = ['avif', 'webp', 'jpeg'] as const;

export type CoverFormat = (typeof coverFormats)[number];

/** One of the files of a cover. */
export interface CoverVariant {
  width: CoverWidth;
  format: CoverFormat;
}

export const coverVariants: readonly CoverVariant[] = coverWidths.flatMap(width =>
  coverFormats.map(format => ({ width, format })),
);

/** The width that shows no less than is asked for, where there is one; the greatest else. */
export const widthFor = (asked: number): CoverWidth => coverWidths.find(width => width >= asked) ?? 960;

/** The width that a text names; undefined where covers have none such. */
export const widthNamed = (text: string): CoverWidth | undefined =>
  coverWidths.find(width => String(width) === text);

/** The format that a text names; undefined where covers have none such. */
export const formatNamed = (text: string): CoverFormat | undefined =>
  coverFormats.find(format => format === text);
