import { useEffect, useRef, useState } from 'react';
import { CombinedError } from 'urql';
import type { CoverPictures } from '../components/cover.tsx';
import { isUnavailable } from '../graphql/renewal-failure.ts';
import { useDescribeRefusal } from '../i18n/describe-refusal.ts';
import { coverTypes, maxCoverBytes, type SendFailure, type SentCover, sendCover } from './send-cover.ts';
import { useUploadWords } from './words.ts';

/** A book's cover as it is from now on, with the version that the book has by it. */
export interface CoverChange {
  version: number;
  cover: CoverPictures;
}

/** How far the sending of a picture is. */
export type UploadState =
  | { step: 'idle' }
  | { step: 'sending'; part: number }
  | { step: 'done' }
  | { step: 'failed'; reason: string };

const toPictures = ({ cover }: NonNullable<SentCover['book']>): CoverPictures => {
  const at = (width: number) => cover.urls.find(each => each.width === width)?.url ?? '';
  return { width240: at(240), width480: at(480), width960: at(960), uploaded: cover.uploaded };
};

/** Without an answer nobody knows that the session is over. */
const whyNoToken = (cause: unknown): SendFailure =>
  cause instanceof CombinedError && isUnavailable(cause) ? 'unavailable' : 'offline';

/** Sends the picture that is chosen, one at a time; what comes of it is the state, and told to `onChange`. */
export function useCoverUpload(options: {
  bookId: string;
  /** The access token of the seller. */
  getToken: () => Promise<string | null>;
  onChange: (change: CoverChange) => void;
}) {
  const { bookId, getToken, onChange } = options;
  const words = useUploadWords();
  const describe = useDescribeRefusal();
  const [state, setState] = useState<UploadState>({ step: 'idle' });
  const [file, setFile] = useState<File>();
  const underWay = useRef<AbortController>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  const fail = (reason: string) => setState({ step: 'failed', reason });
  const reset = () => {
    setFile(undefined);
    setState({ step: 'idle' });
  };

  async function send(chosen: File) {
    underWay.current?.abort();
    setFile(chosen);
    if (chosen.size > maxCoverBytes) return fail(words.tooLarge);
    if (!coverTypes.includes(chosen.type)) return fail(words.wrongType);
    const controller = new AbortController();
    underWay.current = controller;
    setState({ step: 'sending', part: 0 });
    const onProgress = (part: number) => setState({ step: 'sending', part });
    const { signal } = controller;
    const answer = await getToken().then(
      token => sendCover(bookId, chosen, { token, onProgress, signal }),
      cause => ({ failure: whyNoToken(cause) }),
    );
    if (underWay.current !== controller) return;
    underWay.current = null;
    if ('failure' in answer) {
      if (answer.failure === 'cancelled') reset();
      else fail(words.failures[answer.failure]);
    } else if (answer.book) {
      setFile(undefined);
      setState({ step: 'done' });
      onChange({ version: answer.book.version, cover: toPictures(answer.book) });
    } else fail(answer.userErrors.map(describe).join(' '));
  }

  return {
    state,
    /** What was chosen and is not the book's cover yet. */
    file,
    send,
    fail,
    cancel: () => underWay.current?.abort(),
    retry: () => file && send(file),
    reset,
  };
}
