/** What files have near their beginning, in Latin-1, by the formats that are taken in sharp's words. AVIF: ISO/IEC 23000-22. */
const marks: [format: string, at: number, mark: string][] = [
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['webp', 8, 'WEBP'],
  ['heif', 4, 'ftypavif'],
  ['heif', 4, 'ftypavis'],
  ['heif', 4, 'ftypmif1'],
];

/** The format of a picture, by its first bytes; undefined where it is none that is taken. */
export function uploadFormat(content: Buffer): string | undefined {
  const start = content.subarray(0, 16).toString('latin1');
  return marks.find(([, at, mark]) => start.startsWith(mark, at))?.[0];
}
