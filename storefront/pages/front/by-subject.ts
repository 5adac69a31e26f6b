/** A subject and the books that stand under it. */
export interface SubjectShelf<Book> {
  subject: string;
  books: Book[];
}

/**
 * Shelves books by subject: at most `shelves` of those with the most books, each with at least `least` and at most
 * `most` of them, in the order given. A book stands once, on the fullest of its shelves.
 */
export function bySubject<Book extends { subjects: readonly string[] }>(
  books: readonly Book[],
  { shelves, least, most }: { shelves: number; least: number; most: number },
): SubjectShelf<Book>[] {
  const left = new Set(books);
  const found: SubjectShelf<Book>[] = [];
  while (found.length < shelves) {
    const counts = new Map<string, Book[]>();
    for (const book of left)
      for (const subject of book.subjects) counts.set(subject, [...(counts.get(subject) ?? []), book]);
    const [fullest] = [...counts].sort(([, one], [, other]) => other.length - one.length);
    if (!fullest || fullest[1].length < least) break;
    const [subject, all] = fullest;
    found.push({ subject, books: all.slice(0, most) });
    for (const book of all) left.delete(book);
  }
  return found;
}
