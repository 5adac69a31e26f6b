import type { RefusalFragment } from '../components/refusal.generated.ts';

/** The largest picture that the store takes, in bytes. */
export const maxCoverBytes = 10 * 1024 * 1024;

/** The formats that the store takes, for a file input. */
export const coverTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

/** Why there was no answer that tells of the picture. */
export type SendFailure = 'offline' | 'unavailable' | 'busy' | 'signedOut' | 'unknown' | 'cancelled';

/** What the store answers: the book with its cover, or why it does not take the picture. */
export interface SentCover {
  book: {
    id: string;
    version: number;
    cover: { alt: string; uploaded: boolean; urls: { width: number; url: string }[] };
  } | null;
  userErrors: Pick<RefusalFragment, 'code' | 'message' | 'field'>[];
}

const failures: Record<number, SendFailure> = {
  0: 'offline',
  401: 'signedOut',
  429: 'busy',
  503: 'unavailable',
};

/** The store's answer, where it is one; a proxy before it may have answered something else. */
function read(text: string): SentCover | undefined {
  try {
    const answer: Partial<SentCover> = JSON.parse(text);
    return answer.userErrors && { book: answer.book ?? null, userErrors: answer.userErrors };
  } catch {
    return undefined;
  }
}

/**
 * Sends a picture as the cover of a book, and tells on its way which part of it has gone, from 0 to 1. `fetch` does not
 * tell that.
 */
export function sendCover(
  bookId: string,
  file: Blob,
  options: { token: string | null; onProgress: (part: number) => void; signal: AbortSignal },
): Promise<SentCover | { failure: SendFailure }> {
  const { token, onProgress, signal } = options;
  return new Promise(resolve => {
    if (signal.aborted) return resolve({ failure: 'cancelled' });
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      resolve(read(request.responseText) ?? { failure: failures[request.status] ?? 'unknown' });
    request.onerror = () => resolve({ failure: 'offline' });
    request.onabort = () => resolve({ failure: 'cancelled' });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', `/covers/${bookId}`);
    if (token !== null) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.send(file);
  });
}
