import { coverFile, drawnPicture, isDrawn, isPicture } from '../../covers/picture.ts';
import type { CoverFormat, CoverVariant, CoverWidth } from '../../covers/variants.ts';
import { isId } from '../../runtime/ids.ts';
import { Book } from './book.ts';
import { BookCover } from './book-cover.ts';
import type { CoverMaking } from './cover-making.ts';
import { currentCover } from './current-cover.ts';

/** One file of a picture, which the gateway did not find; or where the picture is that the book has now. */
export type FoundCover = { content: Buffer } | { movedTo: string };

const inWork = new Map<string, Promise<Buffer>>();

/** Draws a file and keeps it; whoever asks for the same one meanwhile gets it too. */
function drawOnce(making: CoverMaking, book: Book, picture: string, variant: CoverVariant): Promise<Buffer> {
  const name = coverFile(picture, variant);
  const known = inWork.get(name);
  if (known) return known;
  const work = async () => {
    const { title, authors } = book;
    const [made] = await making.drawings.make({ kind: 'draw', titlePage: { title, authors }, variant });
    const content = Buffer.from(made?.content ?? []);
    await making.files
      .write(name, content)
      .catch(error => making.logger.warn({ err: error }, 'a drawn cover could not be stored'));
    return content;
  };
  const drawn = work().finally(() => inWork.delete(name));
  inWork.set(name, drawn);
  return drawn;
}

/**
 * What a path of a cover leads to, where its file was not found: a drawn cover is drawn now, if it is that of this very
 * book, so that strangers cannot have others drawn. A path of before, of a published book, leads to the picture of now.
 * Null where there is no such thing.
 */
export async function findCover(
  { bookId, picture, width }: { bookId: string; picture: string; width: CoverWidth },
  format: CoverFormat,
  making: CoverMaking,
): Promise<FoundCover | null> {
  if (!isId(bookId) || !isPicture(picture)) return null;
  const variant = { width, format };
  const em = making.database.fork();
  const book = await em.findOne(Book, { id: bookId });
  if (!book) return null;
  if (picture === drawnPicture(book)) return { content: await drawOnce(making, book, picture, variant) };
  const cover = new BookCover(book, await currentCover(em, bookId));
  if (picture === cover.picture) {
    // Another replica wrote it a moment ago, where the gateway does not see it yet.
    const content = isDrawn(picture) ? null : await making.files.read(coverFile(picture, variant));
    return content && { content };
  }
  return book.status === 'PUBLISHED' ? { movedTo: cover.path(width) } : null;
}
