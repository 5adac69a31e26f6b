import '../components/field.css';
import './cover-upload.css';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { Cover, type CoverPictures } from '../components/cover.tsx';
import { useDescribeFailure } from '../graphql/failure-words.ts';
import { useDescribeRefusal } from '../i18n/describe-refusal.ts';
import { FilePreview } from './file-preview.tsx';
import { RemoveCoverDocument } from './remove-cover.generated.ts';
import { coverTypes } from './send-cover.ts';
import { type CoverChange, useCoverUpload } from './use-cover-upload.ts';
import { useUploadWords } from './words.ts';

/**
 * The cover of a book, and how its seller changes it: by a button or by dropping a picture. It is sent at once, not with a
 * form around it; `onChange` hears of the new cover and of the version that the book has by it, for updateBook.
 */
export function CoverUpload({
  book,
  getToken,
  onChange,
}: {
  book: {
    id: string;
    title: string;
    authors: readonly string[];
    language: string | null;
    cover: CoverPictures;
  };
  getToken: () => Promise<string | null>;
  onChange: (change: CoverChange) => void;
}) {
  const words = useUploadWords();
  const describeFailure = useDescribeFailure();
  const describeRefusal = useDescribeRefusal();
  const titleId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isRemoved, setIsRemoved] = useState(false);
  const [{ fetching: isRemoving }, removeCover] = useMutation(RemoveCoverDocument);
  const { state, file, send, fail, cancel, retry, reset } = useCoverUpload({
    bookId: book.id,
    getToken,
    onChange,
  });
  const isSending = state.step === 'sending';
  const percent = isSending ? Math.floor(state.part * 100) : 0;

  const choose = (files: FileList | null) => {
    const [chosen] = files ?? [];
    setIsRemoved(false);
    if (chosen) void send(chosen);
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!isSending) choose(event.dataTransfer.files);
  };

  async function remove() {
    reset();
    const { data, error } = await removeCover({ input: { bookId: book.id } });
    const changed = data?.removeCover?.book;
    if (error) fail(describeFailure(error));
    else if (changed) {
      setIsRemoved(true);
      onChange({ version: changed.version, cover: changed.cover });
    } else fail((data?.removeCover?.userErrors ?? []).map(describeRefusal).join(' '));
  }

  const told = () => {
    if (isSending) return percent < 100 ? words.sending : words.working;
    if (state.step === 'done') return words.sent;
    return isRemoved ? words.removed : '';
  };

  return (
    <section
      className="cover-upload"
      aria-labelledby={titleId}
      data-over={isOver || undefined}
      onDragOver={event => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <div className="cover-upload-picture">
        {file ? (
          <FilePreview file={file} />
        ) : (
          <Cover
            title={book.title}
            authors={book.authors}
            language={book.language}
            cover={book.cover}
            sizes="10rem"
            isFirst
          />
        )}
      </div>
      <div className="cover-upload-words">
        <h2 id={titleId}>{words.title}</h2>
        <input
          ref={input}
          type="file"
          hidden
          accept={coverTypes.join(',')}
          onChange={event => {
            choose(event.target.files);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
        <div className="cover-upload-buttons">
          {isSending ? (
            <button type="button" className="quiet-button" onClick={cancel}>
              {words.cancel}
            </button>
          ) : (
            <button type="button" className="quiet-button" onClick={() => input.current?.click()}>
              {book.cover.uploaded ? words.other : words.choose}
            </button>
          )}
          {book.cover.uploaded && !isSending && (
            <button
              type="button"
              className="quiet-button"
              disabled={isRemoving}
              onClick={() => void remove()}
            >
              {words.remove}
            </button>
          )}
        </div>
        {isSending && (
          <div className="cover-upload-progress">
            <progress value={state.part} max={1} aria-label={words.sending} />
            <span aria-hidden="true">{percent} %</span>
          </div>
        )}
        <p role="status">{told()}</p>
        {state.step === 'failed' && (
          <div role="alert">
            <p className="field-error">{state.reason}</p>
            {file && (
              <button type="button" className="quiet-button" onClick={() => void retry()}>
                {words.again}
              </button>
            )}
          </div>
        )}
        <p className="field-hint">{words.hint}</p>
      </div>
    </section>
  );
}
