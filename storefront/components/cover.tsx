import './cover.css';

/** Pictures of a cover: addresses by width in pixels, narrowest first. */
export interface CoverPicture {
  alt: string;
  widths: readonly { width: number; url: string }[];
}

const palettes = 6;

/** A number from 0 to below `bound` that a text always gives. */
function draw(text: string, bound: number): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % bound;
}

const sizeOf = (title: string): string => {
  if (title.length <= 18) return 'short';
  return title.length <= 45 ? 'middling' : 'long';
};

/** A book's cover: its picture, or else one that is set from its title and authors. `sizes` is as of an img. */
export function Cover({
  title,
  authors,
  language,
  picture,
  sizes = '12rem',
  isFirst = false,
}: {
  title: string;
  authors: readonly string[];
  /** Of the book, BCP 47. */
  language: string | null;
  picture?: CoverPicture | undefined;
  sizes?: string;
  /** Whether it is seen at once: then it is not loaded late. */
  isFirst?: boolean;
}) {
  if (picture) {
    return (
      <img
        className="cover"
        src={picture.widths[0]?.url}
        srcSet={picture.widths.map(({ url, width }) => `${url} ${width}w`).join(', ')}
        sizes={sizes}
        alt={picture.alt}
        loading={isFirst ? 'eager' : 'lazy'}
        decoding="async"
      />
    );
  }
  return (
    <span className={`cover cover-set cover-${draw(title, palettes)}`} aria-hidden="true">
      <span className={`cover-title cover-title-${sizeOf(title)}`} lang={language ?? undefined} dir="auto">
        {title}
      </span>
      <span className="cover-author">{authors[0]}</span>
    </span>
  );
}
