import { coverPath, drawnPicture, type TitlePage } from '../../covers/picture.ts';
import { widthFor } from '../../covers/variants.ts';
import type { Cover } from './cover-loader.ts';

/** What of a book its cover hangs on. */
type Covered = TitlePage & { id: string };

const together = new Intl.ListFormat('en');

/** The picture of a book: the one that its seller uploaded, else the one that is drawn. */
export class BookCover {
  /** The picture's name in the store of files. */
  readonly picture: string;
  readonly alt: string;
  readonly uploaded: boolean;
  readonly #bookId: string;

  constructor(book: Covered, cover: Pick<Cover, 'picture'> | null) {
    this.picture = cover?.picture ?? drawnPicture(book);
    this.alt = `Cover of ${book.title} by ${together.format(book.authors)}`;
    this.uploaded = cover !== null;
    this.#bookId = book.id;
  }

  /** Where it is found, in the width that suits the one asked for. */
  path(width: number): string {
    return coverPath(this.#bookId, this.picture, widthFor(width));
  }
}
