import { type BookDraft, emptyDraft } from './book-draft.ts';

/** A book that is being written, and the key under which it is published: however often it is sent, it is one book. */
export interface KeptDraft {
  draft: BookDraft;
  idempotencyKey: string;
}

const placeOf = (readerId: string): string => `new-book/${readerId}`;

const fresh = (): KeptDraft => ({ draft: emptyDraft, idempotencyKey: crypto.randomUUID() });

/** What a reader was writing in this tab when it was loaded anew or left; a new book else. */
export function readKeptDraft(readerId: string): KeptDraft {
  try {
    const kept: KeptDraft | null = JSON.parse(sessionStorage.getItem(placeOf(readerId)) ?? 'null');
    return kept ? { ...kept, draft: { ...emptyDraft, ...kept.draft } } : fresh();
  } catch {
    return fresh();
  }
}

/** Keeps what is being written until it is published. */
export function keepDraft(readerId: string, kept: KeptDraft): void {
  sessionStorage.setItem(placeOf(readerId), JSON.stringify(kept));
}

/** It is published, or was before: the next one is another book. */
export function forgetDraft(readerId: string): KeptDraft {
  sessionStorage.removeItem(placeOf(readerId));
  return fresh();
}
