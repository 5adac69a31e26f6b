import './cover.css';
import { useEffect, useRef, useState } from 'react';

/** The pictures of a cover, by their width in pixels. */
export interface CoverPictures {
  width240: string;
  width480: string;
  width960: string;
  /** Whether the seller sent it, rather than the store drew it. */
  uploaded: boolean;
}

const palettes = 6;
const bindings = ['framed', 'labelled', 'banded'];

/** A number from 0 to below `bound` that a text always gives. */
function draw(text: string, bound: number): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % bound;
}

/** The largest size in which a title, and the longest word in it, has room. */
function sizeOf(title: string): string {
  const longest = Math.max(...title.split(/\s+/).map(word => word.length));
  if (title.length <= 18 && longest <= 7) return 'short';
  if (title.length <= 45 && longest <= 9) return 'middling';
  return longest <= 12 ? 'long' : 'longest';
}

/**
 * A book's cover: its picture or, where that cannot be had, one that is set from its title and authors here.
 * Beside the book's title it says nothing more to those who do not see it; `alt` is for where it stands alone.
 */
export function Cover({
  title,
  authors,
  language,
  cover,
  alt = '',
  sizes = '12rem',
  isFirst = false,
}: {
  title: string;
  authors: readonly string[];
  /** Of the book, BCP 47. */
  language: string | null;
  cover?: CoverPictures | undefined;
  alt?: string;
  /** How wide it is shown, as of an img. */
  sizes?: string;
  /** Whether it is seen at once: then it is not loaded late. */
  isFirst?: boolean;
}) {
  const image = useRef<HTMLImageElement>(null);
  const [missing, setMissing] = useState<string>();
  const source = cover?.width480;
  // What failed before the page came alive was told to nobody.
  useEffect(() => {
    if (image.current?.complete && image.current.naturalWidth === 0) setMissing(source);
  }, [source]);
  if (cover && missing !== source) {
    return (
      <img
        ref={image}
        className="cover"
        src={source}
        width={480}
        height={720}
        onError={() => setMissing(source)}
        srcSet={`${cover.width240} 240w, ${cover.width480} 480w, ${cover.width960} 960w`}
        sizes={sizes}
        alt={alt}
        loading={isFirst ? 'eager' : 'lazy'}
        decoding="async"
      />
    );
  }
  const author = authors[0] ?? '';
  return (
    <span
      className={`cover cover-set cover-${draw(title, palettes)} cover-${bindings[draw(author + title, bindings.length)]}`}
      aria-hidden="true"
    >
      <span className="cover-label">
        <span className={`cover-title cover-title-${sizeOf(title)}`} lang={language ?? undefined} dir="auto">
          {title}
        </span>
        <span className="cover-author">{author}</span>
      </span>
    </span>
  );
}
