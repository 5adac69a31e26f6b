import satori, { type SatoriOptions } from 'satori';
import { fontFamily, fonts } from './fonts.ts';
import { coverSize, type Paragraph, type TextBlock } from './text-block.ts';

type Node = Parameters<typeof satori>[0];
type Style = Record<string, string | number>;
type Size = { width: number } | { height: number };

const lineHeight = 1.08;
const paragraphGap = 0.35;
const steps = 10;
/** The part of a line that a word may take: one that just fits would be broken for the rounding. */
const wordRoom = 0.97;

// What React makes of JSX, as far as satori reads it.
const element = (style: Style, children: string | Node[]): Node => ({
  type: 'div',
  key: null,
  props: { style: { display: 'flex', ...style }, children },
});

async function set(
  node: Node,
  size: Size | typeof coverSize,
  more: Partial<SatoriOptions> = {},
): Promise<string> {
  return satori(node, { ...size, fonts: [...fonts], ...more });
}

/** The text without the signs that no font of ours has. */
export async function settable(text: string): Promise<string> {
  const missing = new Set<string>();
  const note = async (_code: string, signs: string) => {
    for (const sign of signs) missing.add(sign);
    return [];
  };
  await set(element({ fontFamily, fontSize: 20 }, text), { height: 40 }, { loadAdditionalAsset: note });
  return Array.from(text, sign => (missing.has(sign) ? '' : sign))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const styleOf = (paragraph: Paragraph, size: number): Style => {
  const { scale = 1, weight = 500, isItalic = false, letterSpacing = 0, color } = paragraph;
  const own = size * scale;
  return {
    fontFamily,
    fontSize: own,
    fontWeight: weight,
    fontStyle: isItalic ? 'italic' : 'normal',
    letterSpacing: own * letterSpacing,
    lineHeight,
    ...(color && { color }),
  };
};

/** How a block is set so that it fits: broken within words, or cut, where there is no other way. */
interface Fit {
  size: number;
  breaksWords: boolean;
  isCut: boolean;
}

function column({ paragraphs, align, color, height }: TextBlock, { size, breaksWords, isCut }: Fit): Node {
  const lines = Math.floor(height / (size * lineHeight));
  // What comes after the first paragraph is cut to two lines, and some room stays between them.
  const clampOf = (index: number) => (index > 0 ? 2 : Math.max(1, lines - 2 * (paragraphs.length - 1)));
  const children = paragraphs.map((paragraph, index) =>
    element(
      {
        ...styleOf(paragraph, size),
        display: 'block',
        width: '100%',
        textAlign: align,
        // Balanced lines are made narrower, which would break words that need not be broken.
        ...(breaksWords ? { wordBreak: 'break-word' } : { textWrap: 'balance' }),
        marginTop: index === 0 ? 0 : size * paragraphGap,
        ...(isCut && { lineClamp: clampOf(index) }),
      },
      paragraph.text,
    ),
  );
  return element({ flexDirection: 'column', width: '100%', color }, children);
}

const sideOf = (svg: string, side: 'width' | 'height'): number =>
  Number(new RegExp(`^<svg [^>]*\\b${side}="([\\d.]+)"`).exec(svg)?.[1]);

/** Where a line may end: not before signs that close, nor between a hyphen and a digit. */
const wordEnd = /\s+(?![/!?;:,.)\]»”’])|(?<=\p{L})-(?=\p{L})/u;

/** The width of the widest word, at a font size of 100. */
async function widestWord({ paragraphs }: TextBlock): Promise<number> {
  const words = paragraphs.flatMap(paragraph =>
    paragraph.text.split(wordEnd).map(word => element(styleOf(paragraph, 100), word)),
  );
  const svg = await set(element({ flexDirection: 'column' }, words), { height: 100 });
  return sideOf(svg, 'width');
}

/** The largest font size in which a block fits into its box. */
async function fitOf(block: TextBlock): Promise<Fit> {
  const { largest, smallest, width, height } = block;
  const widest = (wordRoom * 100 * width) / (await widestWord(block));
  const breaksWords = widest < smallest;
  const top = breaksWords ? smallest : Math.min(largest, widest);
  const sizes = Array.from({ length: steps + 1 }, (_, step) => smallest * (top / smallest) ** (step / steps));
  const fits = async (size: number): Promise<boolean> =>
    sideOf(await set(column(block, { size, breaksWords, isCut: false }), { width }), 'height') <= height;
  let [low, high] = [-1, steps];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await fits(sizes[middle] ?? smallest)) low = middle;
    else high = middle - 1;
  }
  return { size: sizes[low] ?? smallest, breaksWords, isCut: low < 0 };
}

const justify = { start: 'flex-start', center: 'center', end: 'flex-end' };

async function box(block: TextBlock): Promise<Node> {
  const { x: left, y: top, width, height, vertical } = block;
  const place = { position: 'absolute', left, top, width, height };
  const direction = { flexDirection: 'column', justifyContent: justify[vertical], overflow: 'hidden' };
  return element({ ...place, ...direction }, [column(block, await fitOf(block))]);
}

/** SVG paths of text in its boxes, on nothing; for a cover of coverSize. */
export async function typeset(blocks: readonly TextBlock[]): Promise<string> {
  const filled = blocks
    .map(block => ({ ...block, paragraphs: block.paragraphs.filter(({ text }) => text) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  const boxes = await Promise.all(filled.map(box));
  const svg = await set(element({ position: 'relative', ...coverSize }, boxes), coverSize);
  return svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
}
