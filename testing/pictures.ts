import sharp from 'sharp';

/** A picture of two colours, the upper half red and the lower half blue, in the format that is asked for. */
export const twoColours = (
  format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff',
  { width = 300, height = 400 }: { width?: number; height?: number } = {},
): Promise<Buffer> =>
  plain(width, height, '#0000ff')
    .composite([
      {
        input: { create: { width, height: Math.ceil(height / 2), channels: 3, background: '#ff0000' } },
        left: 0,
        top: 0,
      },
    ])
    .toFormat(format)
    .toBuffer();

/** A picture of one colour, to be saved as it suits. */
export const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });

/** The colours in the middle of the upper and of the lower half of a picture, such as "red" and "blue". */
export async function halves(picture: Uint8Array): Promise<[upper: string, lower: string]> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const colourAt = (part: number): string => {
    const at = (Math.floor(info.height * part) * info.width + Math.floor(info.width / 2)) * info.channels;
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (red > 200 && blue < 80 && green < 80) return 'red';
    return blue > 200 && red < 80 && green < 80 ? 'blue' : `${red},${green},${blue}`;
  };
  return [colourAt(0.25), colourAt(0.75)];
}
