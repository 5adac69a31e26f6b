import { useState } from 'react';
import type { BookDraft, BookField } from './book-draft.ts';
import { type DraftProblem, draftProblems } from './draft-problems.ts';
import { useSellingWords } from './selling-words.ts';

/** Problems that are told while one writes: those of a number that is complete, never those of a field that is not there yet. */
const isToldAtOnce = (problem: DraftProblem): boolean => problem === 'isbnCheck';

/**
 * What is wrong with the fields of a draft, in words. Most of it is told once the reader has tried to send it. `refused` is
 * what the store said of a field, until it is changed.
 */
export function useFieldProblems(draft: BookDraft, refused: (field: BookField) => string | undefined) {
  const words = useSellingWords();
  const [isTried, setTried] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<BookField>>(new Set());
  const found = draftProblems(draft);
  return {
    isSound: found.size === 0,
    /** The reader tried to send it: all is told from now on. */
    tried: () => {
      setTried(true);
      setTouched(new Set());
    },
    changed: (changes: Partial<BookDraft>) => {
      const fields = Object.keys(changes).filter((field): field is BookField => field in draft);
      setTouched(before => new Set([...before, ...fields]));
    },
    problemOf(field: BookField): string | undefined {
      const problem = found.get(field);
      if (problem && (isTried || isToldAtOnce(problem))) return words.problems[problem];
      return touched.has(field) ? undefined : refused(field);
    },
  };
}
